// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace aroeira::crypto {

/// The six digits of a counter under a shared key, HMAC-SHA1, as every authenticator application makes them.
/// Source: RFC 4226, 5.3.
std::string hotp(std::string_view key, std::uint64_t counter);

/// Upper case, without padding: how applications take a key that is typed. Source: RFC 4648, 6.
std::string to_base32(std::string_view bytes);

}  // namespace aroeira::crypto
