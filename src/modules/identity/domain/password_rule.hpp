// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

#include "base/result.hpp"

namespace aroeira::identity {

/// Whether a text may be a password: 8 to 128 characters, a letter, a digit, and not one of those
/// that are tried first. Whether it is the previous one, only the stored hashes know.
/// Errors: `invalid_input` ACESSO-0020 with every broken rule, on field `field`.
/// Source: our decision 4; SBIS NGS1.02.03; OWASP ASVS 5.0 V6.2.4.
Result<void> check_password(std::string_view password, std::string_view field);

/// Whether it is among the passwords that are tried first: a usual word or keyboard row, whatever
/// the case, the digits around it and the usual exchanges of letters ("S3nh@2024").
bool is_common_password(std::string_view password);

}  // namespace aroeira::identity
