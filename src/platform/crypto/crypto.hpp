// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"

/// Hashing, passwords, random tokens and encryption at rest. The libraries (libsodium, OpenSSL) are
/// seen by the .cpp files only.
namespace aroeira::crypto {

using Digest = std::array<unsigned char, 32>;

/// Source: FIPS 180-4. Cost: about 1 ms per MiB or less.
Digest sha256(std::string_view bytes);
/// The 32 bytes as a string, as stores keep them.
std::string sha256_text(std::string_view bytes);
std::string hex(std::string_view bytes);
std::string hex(const Digest& digest);

/// Equal without telling by time where they differ.
bool equal(std::string_view a, std::string_view b);

/// `bytes` random bytes of the system, as base64url without padding: 32 give 43 characters.
std::string random_token(std::size_t bytes = 32);
/// Errors: `invalid_input` CRYPTO-0001. Standard alphabet, padding optional.
Result<std::string> from_base64(std::string_view text);
std::string to_base64(std::string_view bytes);

/// Argon2id of a password (64 MiB, 2 passes), in the self-describing form `$argon2id$…`.
/// At most two run at once: the rest wait, so that a storm of logins cannot exhaust the memory.
/// Errors: `unavailable` CRYPTO-0002 when there is no memory. Cost: about 120 ms and 64 MiB.
Result<std::string> hash_password(std::string_view password);
/// False for a wrong password and for a hash that is not one. Same cost as hashing.
bool verify_password(std::string_view hash, std::string_view password);

/// Encryption at rest under a key that lives in the data directory.
class Vault {
public:
    /// Reads `<directory>/mestra.key`, creating it (0600, in a 0700 directory) the first time.
    /// Errors: `unavailable` CRYPTO-0003 when it cannot be read or made, or others may read it.
    static Result<Vault> open(const std::string& directory);

    /// XChaCha20-Poly1305, random nonce; `context` is authenticated, not kept: the same must be
    /// given to unseal, so that a value cannot be moved to another row.
    [[nodiscard]] std::string seal(std::string_view plain, std::string_view context) const;
    /// Errors: `invalid_input` CRYPTO-0004 when the bytes or the context are not what was sealed.
    [[nodiscard]] Result<std::string> unseal(std::string_view sealed, std::string_view context) const;
    /// A keyed hash for finding a secret value again without keeping it, as hexadecimal.
    [[nodiscard]] std::string fingerprint(std::string_view value, std::string_view context) const;

    Vault(Vault&&) noexcept;
    Vault& operator=(Vault&&) noexcept;
    ~Vault();

private:
    struct Keys;
    explicit Vault(std::unique_ptr<Keys> keys);
    std::unique_ptr<Keys> keys_;
};

}  // namespace aroeira::crypto
