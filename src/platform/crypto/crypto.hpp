// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <memory>
#include <optional>
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

/// SHA-256 of what comes in pieces.
class Sha256 {
public:
    Sha256();
    void update(std::string_view bytes);
    /// Once, last.
    [[nodiscard]] Digest finish();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;
    ~Sha256();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Source: RFC 2104. A key of any length; 32 random bytes are the usual.
Digest hmac_sha256(std::string_view key, std::string_view bytes);

/// Equal without telling by time where they differ.
bool equal(std::string_view a, std::string_view b);

/// Bytes of the system's random source.
std::string random_bytes(std::size_t count);
/// `bytes` random bytes, as base64url without padding: 32 give 43 characters.
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

/// True when the text is PEM certificates, one or more, and nothing else: no key.
bool are_certificates(std::string_view pem);

/// Encryption at rest under a key that lives in the data directory, in `mestra.key`. A rotated key
/// stays beside it as `mestra-NNNN.key`: what was sealed says by which key, and still opens.
class Vault {
public:
    /// Reads the keys of `directory`, creating the first (0600, in a 0700 directory) when there is none.
    /// Errors: `unavailable` CRYPTO-0003 when a key cannot be read or made, or others may read it.
    static Result<Vault> open(const std::string& directory);
    /// Makes a new key for what is sealed from now on, in this Vault and on the disk; a crash leaves
    /// the old one or the new one. Errors: `unavailable` CRYPTO-0003.
    Result<void> rotate();

    /// XChaCha20-Poly1305, random nonce; `context` is authenticated, not kept: the same must be
    /// given to unseal, so that a value cannot be moved to another row.
    [[nodiscard]] std::string seal(std::string_view plain, std::string_view context) const;
    /// Errors: `invalid_input` CRYPTO-0004 when the bytes or the context are not what was sealed, or
    /// the key is not one of this installation's.
    [[nodiscard]] Result<std::string> unseal(std::string_view sealed, std::string_view context) const;
    /// True when `sealed` is under an older key: time to seal it again.
    [[nodiscard]] bool is_outdated(std::string_view sealed) const;
    /// The same value under the newest key; nothing when it is under that one already, or is empty. Errors: as `unseal`.
    [[nodiscard]] Result<std::optional<std::string>> sealed_anew(std::string_view sealed, std::string_view context) const;
    /// A keyed hash for finding a secret value again without keeping it, as hexadecimal. It is of the
    /// installation's first key, so that a rotation does not lose what is searched by it.
    [[nodiscard]] std::string fingerprint(std::string_view value, std::string_view context) const;

    /// Ed25519 of `message`, by the newest key: 64 bytes. Source: RFC 8032. Cost: about 50 µs.
    [[nodiscard]] std::string sign(std::string_view message) const;
    /// True when any key of this installation, also a retired one, signed `message`.
    [[nodiscard]] bool is_signed(std::string_view message, std::string_view signature) const;
    /// What `sign` is verified with, anywhere: 32 bytes. It is no secret.
    [[nodiscard]] std::string public_key() const;
    /// Whether one of the keys of this installation has this public key.
    [[nodiscard]] bool holds(std::string_view public_key) const;

    Vault(Vault&&) noexcept;
    Vault& operator=(Vault&&) noexcept;
    ~Vault();

private:
    struct Keys;
    explicit Vault(std::unique_ptr<Keys> keys);
    std::unique_ptr<Keys> keys_;  ///< Never empty but after a move.
};

}  // namespace aroeira::crypto
