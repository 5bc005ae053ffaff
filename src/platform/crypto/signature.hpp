// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

/// Signatures of others: what anybody can check who has only the public key.
namespace aroeira::crypto {

/// Ed25519. Source: RFC 8032. False for a key or a signature of another size.
bool is_signed_with(std::string_view public_key, std::string_view message, std::string_view signature);

}  // namespace aroeira::crypto
