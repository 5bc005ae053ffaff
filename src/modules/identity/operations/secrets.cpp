// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/operations/secrets.hpp"

#include "platform/crypto/crypto.hpp"

namespace aroeira::identity {

Result<std::string> CryptoSecrets::hash_password(std::string_view password) { return crypto::hash_password(password); }

bool CryptoSecrets::verify_password(std::string_view hash, std::string_view password) {
    return crypto::verify_password(hash, password);
}

std::string CryptoSecrets::token() { return crypto::random_token(); }

std::string CryptoSecrets::fingerprint(std::string_view value) { return vault_.fingerprint(value, "identity.tentativa"); }

std::string CryptoSecrets::random(std::size_t bytes) const { return crypto::random_bytes(bytes); }

std::string CryptoSecrets::seal(std::string_view plain, std::string_view context) const { return vault_.seal(plain, context); }

Result<std::string> CryptoSecrets::unseal(std::string_view sealed, std::string_view context) const { return vault_.unseal(sealed, context); }

std::string hash_of_token(std::string_view token) { return crypto::hex(crypto::sha256(token)); }

bool same_secret(std::string_view a, std::string_view b) { return crypto::equal(a, b); }

}  // namespace aroeira::identity
