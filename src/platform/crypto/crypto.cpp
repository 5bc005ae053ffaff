// SPDX-License-Identifier: Apache-2.0
#include "platform/crypto/crypto.hpp"

#include <openssl/evp.h>
#include <sodium.h>

#include <semaphore>

namespace aroeira::crypto {
namespace {

constexpr unsigned long long kPasses = 2;
constexpr std::size_t kMemoryBytes = std::size_t{64} << 20;
constexpr int kHashesAtOnce = 2;

std::counting_semaphore<kHashesAtOnce>& turnstile() {
    static std::counting_semaphore<kHashesAtOnce> places(kHashesAtOnce);
    return places;
}

class Turn {
public:
    Turn() { turnstile().acquire(); }
    ~Turn() { turnstile().release(); }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
};

void ready() {
    static const int initialised = sodium_init();
    INVARIANT(initialised >= 0, "libsodium does not start");
}

/// OpenSSL's, which uses the processor's own instructions.
const EVP_MD* sha256_algorithm() {
    static const EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    return algorithm;
}

}  // namespace

Digest sha256(std::string_view bytes) {
    Digest digest{};
    unsigned size = 0;
    // One context per thread: creating it costs more than hashing a ficha.
    thread_local const std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    EVP_DigestInit_ex(context.get(), sha256_algorithm(), nullptr);
    EVP_DigestUpdate(context.get(), bytes.data(), bytes.size());
    EVP_DigestFinal_ex(context.get(), digest.data(), &size);
    return digest;
}

std::string sha256_text(std::string_view bytes) {
    const Digest digest = sha256(bytes);
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

std::string hex(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const char c : bytes) {
        text += "0123456789abcdef"[static_cast<unsigned char>(c) >> 4];
        text += "0123456789abcdef"[static_cast<unsigned char>(c) & 15];
    }
    return text;
}

std::string hex(const Digest& digest) {
    return hex(std::string_view(reinterpret_cast<const char*>(digest.data()), digest.size()));
}

bool equal(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

struct Sha256::State {
    std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context{EVP_MD_CTX_new(), EVP_MD_CTX_free};
};
Sha256::Sha256() : state_(std::make_unique<State>()) { EVP_DigestInit_ex(state_->context.get(), sha256_algorithm(), nullptr); }
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;
Sha256::~Sha256() = default;

void Sha256::update(std::string_view bytes) { EVP_DigestUpdate(state_->context.get(), bytes.data(), bytes.size()); }

Digest Sha256::finish() {
    Digest digest{};
    unsigned int size = 0;
    EVP_DigestFinal_ex(state_->context.get(), digest.data(), &size);
    return digest;
}

Digest hmac_sha256(std::string_view key, std::string_view bytes) {
    Digest digest{};
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, reinterpret_cast<const unsigned char*>(key.data()), key.size());
    crypto_auth_hmacsha256_update(&state, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    crypto_auth_hmacsha256_final(&state, digest.data());
    sodium_memzero(&state, sizeof state);
    return digest;
}

std::string random_bytes(std::size_t count) {
    ready();
    std::string bytes(count, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

std::string random_token(std::size_t bytes) {
    const std::string raw = random_bytes(bytes);
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_ENCODED_LEN(bytes, variant), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(raw.data()), raw.size(), variant);
    text.pop_back();  // The zero the function ends with.
    return text;
}

Result<std::string> from_base64(std::string_view text) {
    std::string bytes(text.size() / 4 * 3 + 3, '\0');
    std::size_t size = 0;
    for (const int variant : {sodium_base64_VARIANT_ORIGINAL, sodium_base64_VARIANT_ORIGINAL_NO_PADDING})
        if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(), text.size(), nullptr,
                              &size, nullptr, variant) == 0) {
            bytes.resize(size);
            return bytes;
        }
    return Error{ErrorKind::invalid_input, "CRYPTO-0001", "O conteúdo não está em base64."};
}

std::string to_base64(std::string_view bytes) {
    constexpr int variant = sodium_base64_VARIANT_ORIGINAL;
    std::string text(sodium_base64_ENCODED_LEN(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), variant);
    text.pop_back();
    return text;
}

Result<std::string> hash_password(std::string_view password) {
    ready();
    const Turn turn;
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (crypto_pwhash_str_alg(text.data(), password.data(), password.size(), kPasses, kMemoryBytes,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        return Error{ErrorKind::unavailable, "CRYPTO-0002", "Falta memória para conferir a senha. Tente de novo em instantes."};
    return std::string(text.data());
}

bool verify_password(std::string_view hash, std::string_view password) {
    ready();
    if (hash.size() >= crypto_pwhash_STRBYTES) return false;
    const Turn turn;
    std::array<char, crypto_pwhash_STRBYTES> text{};
    hash.copy(text.data(), hash.size());
    return crypto_pwhash_str_verify(text.data(), password.data(), password.size()) == 0;
}

}  // namespace aroeira::crypto
