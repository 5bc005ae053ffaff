// SPDX-License-Identifier: Apache-2.0
#include "platform/crypto/stream.hpp"

#include <sodium.h>

#include <array>

namespace aroeira::crypto {
namespace {

constexpr std::uint32_t kPassesMax = 16;
constexpr std::uint32_t kMemoryMaxKib = 1024 * 1024;

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

void ready() {
    static const int initialised = sodium_init();
    INVARIANT(initialised >= 0, "libsodium does not start");
}

Error altered() { return {ErrorKind::invalid_input, "CRYPTO-0004", "O dado cifrado foi alterado ou é de outra instalação."}; }

}  // namespace

static_assert(kSaltBytes == crypto_pwhash_SALTBYTES && kPublicKeyBytes == crypto_box_PUBLICKEYBYTES);
static_assert(kStreamKeyBytes == crypto_secretstream_xchacha20poly1305_KEYBYTES);
static_assert(kSealedKeyBytes == kStreamKeyBytes + crypto_box_SEALBYTES);
static_assert(kStreamHeaderBytes == crypto_secretstream_xchacha20poly1305_HEADERBYTES);
static_assert(kStreamTagBytes == crypto_secretstream_xchacha20poly1305_ABYTES);

Result<KeyPair> key_pair_of(std::string_view passphrase, std::string_view salt, const PassphraseCost& cost) {
    ready();
    const std::size_t memory = std::size_t{cost.memory_kib} << 10;
    if (salt.size() != kSaltBytes || cost.passes < 1 || cost.passes > kPassesMax || memory < crypto_pwhash_MEMLIMIT_MIN ||
        cost.memory_kib > kMemoryMaxKib)
        return Error{ErrorKind::invalid_input, "CRYPTO-0005", "O custo da frase-senha está fora do que este programa aceita."};
    std::array<unsigned char, crypto_box_SEEDBYTES> seed{};
    if (crypto_pwhash(seed.data(), seed.size(), passphrase.data(), passphrase.size(), bytes_of(salt), cost.passes, memory,
                      crypto_pwhash_ALG_ARGON2ID13) != 0)
        return Error{ErrorKind::unavailable, "CRYPTO-0002", "Falta memória para conferir a senha. Tente de novo em instantes."};
    KeyPair keys{std::string(crypto_box_PUBLICKEYBYTES, '\0'), std::string(crypto_box_SECRETKEYBYTES, '\0')};
    crypto_box_seed_keypair(bytes_of(keys.public_key), bytes_of(keys.secret_key), seed.data());
    sodium_memzero(seed.data(), seed.size());
    return keys;
}

std::string seal_key_for(std::string_view public_key, std::string_view stream_key) {
    ready();
    INVARIANT(public_key.size() == kPublicKeyBytes && stream_key.size() == kStreamKeyBytes, "a key of another size");
    std::string sealed(kSealedKeyBytes, '\0');
    const int done = crypto_box_seal(bytes_of(sealed), bytes_of(stream_key), stream_key.size(), bytes_of(public_key));
    INVARIANT(done == 0, "the public key is not one");
    return sealed;
}

Result<std::string> unseal_key(const KeyPair& keys, std::string_view sealed) {
    std::string key(kStreamKeyBytes, '\0');
    if (sealed.size() != kSealedKeyBytes ||
        crypto_box_seal_open(bytes_of(key), bytes_of(sealed), sealed.size(), bytes_of(keys.public_key), bytes_of(keys.secret_key)) != 0)
        return altered();
    return key;
}

struct StreamSealer::State {
    crypto_secretstream_xchacha20poly1305_state stream{};
    ~State() { sodium_memzero(&stream, sizeof stream); }
};

StreamSealer::StreamSealer(std::string_view stream_key)
    : state_(std::make_unique<State>()), header_(kStreamHeaderBytes, '\0') {
    ready();
    INVARIANT(stream_key.size() == kStreamKeyBytes, "a key of another size");
    crypto_secretstream_xchacha20poly1305_init_push(&state_->stream, bytes_of(header_), bytes_of(stream_key));
}
StreamSealer::StreamSealer(StreamSealer&&) noexcept = default;
StreamSealer::~StreamSealer() = default;

std::string StreamSealer::seal(std::string_view piece, std::string_view context, bool last) {
    std::string sealed(piece.size() + kStreamTagBytes, '\0');
    crypto_secretstream_xchacha20poly1305_push(&state_->stream, bytes_of(sealed), nullptr, bytes_of(piece), piece.size(), bytes_of(context),
                                               context.size(),
                                               last ? static_cast<unsigned char>(crypto_secretstream_xchacha20poly1305_TAG_FINAL)
                                                    : static_cast<unsigned char>(crypto_secretstream_xchacha20poly1305_TAG_MESSAGE));
    return sealed;
}

struct StreamOpener::State {
    crypto_secretstream_xchacha20poly1305_state stream{};
    bool usable = false;
    ~State() { sodium_memzero(&stream, sizeof stream); }
};

StreamOpener::StreamOpener(std::string_view stream_key, std::string_view header) : state_(std::make_unique<State>()) {
    ready();
    INVARIANT(stream_key.size() == kStreamKeyBytes && header.size() == kStreamHeaderBytes, "a key or a header of another size");
    state_->usable = crypto_secretstream_xchacha20poly1305_init_pull(&state_->stream, bytes_of(header), bytes_of(stream_key)) == 0;
}
StreamOpener::StreamOpener(StreamOpener&&) noexcept = default;
StreamOpener::~StreamOpener() = default;

Result<StreamOpener::Piece> StreamOpener::open(std::string_view sealed, std::string_view context) {
    if (!state_->usable || sealed.size() < kStreamTagBytes) return altered();
    Piece piece{std::string(sealed.size() - kStreamTagBytes, '\0')};
    unsigned char tag = 0;
    if (crypto_secretstream_xchacha20poly1305_pull(&state_->stream, bytes_of(piece.bytes), nullptr, &tag, bytes_of(sealed), sealed.size(),
                                                   bytes_of(context), context.size()) != 0)
        return altered();
    piece.last = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    return piece;
}

}  // namespace aroeira::crypto
