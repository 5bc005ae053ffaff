// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace aroeira::crypto { class Vault; }

namespace aroeira::identity {

/// Passwords and random secrets. A port, because a test that tries a hundred passwords cannot pay
/// for a hundred Argon2.
class Secrets {
public:
    virtual ~Secrets() = default;
    /// Errors: `unavailable` CRYPTO-0002. Cost: see crypto::hash_password; the same as `verify`.
    virtual Result<std::string> hash_password(std::string_view password) = 0;
    virtual bool verify_password(std::string_view hash, std::string_view password) = 0;
    /// 256 random bits as base64url.
    virtual std::string token() = 0;
    /// A keyed hash of a personal identifier, for counting attempts without keeping it.
    virtual std::string fingerprint(std::string_view value) = 0;
    /// Random bytes, for a seed or a code.
    [[nodiscard]] virtual std::string random(std::size_t bytes) const = 0;
    /// Encrypted for the database; `context` says what it is of, and opens nothing else.
    [[nodiscard]] virtual std::string seal(std::string_view plain, std::string_view context) const = 0;
    /// Errors: `invalid_input` CRYPTO-0004.
    [[nodiscard]] virtual Result<std::string> unseal(std::string_view sealed, std::string_view context) const = 0;
};

/// With platform/crypto.
class CryptoSecrets final : public Secrets {
public:
    explicit CryptoSecrets(const crypto::Vault& vault) : vault_(vault) {}
    Result<std::string> hash_password(std::string_view password) override;
    bool verify_password(std::string_view hash, std::string_view password) override;
    std::string token() override;
    std::string fingerprint(std::string_view value) override;
    [[nodiscard]] std::string random(std::size_t bytes) const override;
    [[nodiscard]] std::string seal(std::string_view plain, std::string_view context) const override;
    [[nodiscard]] Result<std::string> unseal(std::string_view sealed, std::string_view context) const override;

private:
    const crypto::Vault& vault_;
};

/// What is kept of a token or a code that only its owner knows: SHA-256 in hexadecimal.
std::string hash_of_token(std::string_view token);

/// Equal without telling by time where they differ.
bool same_secret(std::string_view a, std::string_view b);

}  // namespace aroeira::identity
