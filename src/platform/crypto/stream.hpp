// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"

/// Encryption of what is too long for the memory, to somebody who is not here: who writes needs only a public key.
namespace aroeira::crypto {

constexpr std::size_t kSaltBytes = 16;
constexpr std::size_t kPublicKeyBytes = 32;
constexpr std::size_t kStreamKeyBytes = 32;
constexpr std::size_t kSealedKeyBytes = kStreamKeyBytes + 48;
constexpr std::size_t kStreamHeaderBytes = 24;
constexpr std::size_t kStreamTagBytes = 17;  ///< What a piece grows by.

/// What one guess of a passphrase costs. It is written beside the salt, so that it can grow.
struct PassphraseCost {
    std::uint32_t passes = 3;
    std::uint32_t memory_kib = 256 * 1024;
};

/// X25519.
struct KeyPair {
    std::string public_key{};
    std::string secret_key{};
};

/// The key pair a passphrase and a salt always give, by Argon2id: the public key may stay where copies are made, and
/// nobody keeps the secret one. Errors: `invalid_input` CRYPTO-0005 for a cost outside 1 to 16 passes and 8 KiB to
/// 1 GiB; `unavailable` CRYPTO-0002 without memory. Cost: with the default, half a second and 256 MiB.
Result<KeyPair> key_pair_of(std::string_view passphrase, std::string_view salt, const PassphraseCost& cost);

/// For the owner of `public_key` only; kSealedKeyBytes.
std::string seal_key_for(std::string_view public_key, std::string_view stream_key);
/// Errors: `invalid_input` CRYPTO-0004.
Result<std::string> unseal_key(const KeyPair& keys, std::string_view sealed);

/// Pieces that can only be read in the order they were written, up to the one marked as last.
/// Source: libsodium, secretstream (XChaCha20-Poly1305).
class StreamSealer {
public:
    explicit StreamSealer(std::string_view stream_key);
    /// kStreamHeaderBytes, to be written before the pieces.
    [[nodiscard]] const std::string& header() const { return header_; }
    /// `context` is authenticated, not kept.
    std::string seal(std::string_view piece, std::string_view context, bool last);
    StreamSealer(StreamSealer&&) noexcept;
    ~StreamSealer();

private:
    struct State;
    std::unique_ptr<State> state_;
    std::string header_;
};

class StreamOpener {
public:
    StreamOpener(std::string_view stream_key, std::string_view header);
    struct Piece {
        std::string bytes{};
        bool last = false;
    };
    /// Errors: `invalid_input` CRYPTO-0004 for anything but the next piece as it was sealed.
    Result<Piece> open(std::string_view sealed, std::string_view context);
    StreamOpener(StreamOpener&&) noexcept;
    ~StreamOpener();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace aroeira::crypto
