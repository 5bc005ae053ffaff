// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <vector>

#include "platform/crypto/crypto.hpp"

namespace aroeira::crypto {
namespace {

namespace fs = std::filesystem;

// A sealed value is: format, id of the key, nonce, ciphertext and tag.
constexpr char kFormat = 1;
constexpr std::size_t kId = 4;
constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kHeader = 1 + kId + kNonce;
constexpr std::size_t kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t kMaster = 32;

constexpr std::string_view kCurrent = "mestra.key";
constexpr int kRotationsMax = 9999;

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

Error unusable(std::string cause) {
    return {ErrorKind::unavailable, "CRYPTO-0003", "A chave mestra da instalação não pôde ser usada: " + cause};
}

class File {
public:
    explicit File(int descriptor) : descriptor_(descriptor) {}
    ~File() {
        if (descriptor_ >= 0) close(descriptor_);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    [[nodiscard]] int get() const { return descriptor_; }

private:
    int descriptor_;
};

/// The keys made of one file. Four are derived, so that no use says anything of another.
struct Key {
    std::array<unsigned char, kId> id{};
    std::array<unsigned char, crypto_aead_xchacha20poly1305_ietf_KEYBYTES> seal{};
    std::array<unsigned char, crypto_generichash_KEYBYTES> fingerprint{};
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> verify{};
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> sign{};

    Key() = default;
    Key(const Key&) = default;
    Key& operator=(const Key&) = default;
    ~Key() {
        sodium_memzero(seal.data(), seal.size());
        sodium_memzero(fingerprint.data(), fingerprint.size());
        sodium_memzero(sign.data(), sign.size());
    }
    [[nodiscard]] bool sealed(std::string_view bytes) const { return std::equal(id.begin(), id.end(), bytes_of(bytes) + 1); }
};

Key derive(const std::array<unsigned char, kMaster>& master) {
    constexpr char kContext[crypto_kdf_CONTEXTBYTES + 1] = "aroeira.";
    std::array<unsigned char, crypto_kdf_BYTES_MIN> id{};
    Key key;
    crypto_kdf_derive_from_key(key.seal.data(), key.seal.size(), 1, kContext, master.data());
    crypto_kdf_derive_from_key(key.fingerprint.data(), key.fingerprint.size(), 2, kContext, master.data());
    crypto_kdf_derive_from_key(id.data(), id.size(), 3, kContext, master.data());
    std::copy_n(id.begin(), kId, key.id.begin());
    std::array<unsigned char, crypto_sign_SEEDBYTES> seed{};
    crypto_kdf_derive_from_key(seed.data(), seed.size(), 4, kContext, master.data());
    crypto_sign_seed_keypair(key.verify.data(), key.sign.data(), seed.data());
    sodium_memzero(seed.data(), seed.size());
    return key;
}

void sync_directory(const fs::path& directory) {
    const File file(::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (file.get() >= 0) fsync(file.get());
}

/// A new key, whole and on the disk, under a name nobody reads yet.
Result<fs::path> write_aside(const fs::path& directory) {
    std::array<unsigned char, kMaster> master{};
    randombytes_buf(master.data(), master.size());
    const fs::path aside = directory / ("." + random_token(12) + ".novo");
    const File file(::open(aside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    const bool written = file.get() >= 0 && ::write(file.get(), master.data(), kMaster) == static_cast<ssize_t>(kMaster) &&
                         fsync(file.get()) == 0;
    sodium_memzero(master.data(), master.size());
    if (!written) return unusable("não foi possível criá-la; confira o espaço e as permissões do diretório de dados.");
    return aside;
}

/// Two programs that start at once agree on the one that came first.
Result<void> create_first(const fs::path& directory) {
    AROEIRA_TRY(const auto aside, write_aside(directory));
    const bool made = ::link(aside.c_str(), (directory / kCurrent).c_str()) == 0 || errno == EEXIST;
    unlink(aside.c_str());
    if (!made) return unusable("não foi possível criá-la.");
    sync_directory(directory);
    return {};
}

Result<Key> read_key(const fs::path& path) {
    const File file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat status {};
    if (file.get() < 0 || fstat(file.get(), &status) != 0) return unusable("o arquivo não pode ser lido.");
    if ((status.st_mode & 0077) != 0) return unusable("outros usuários podem lê-la; corrija com chmod 600.");
    std::array<unsigned char, kMaster> master{};
    if (::read(file.get(), master.data(), kMaster) != static_cast<ssize_t>(kMaster))
        return unusable("o arquivo está incompleto; restaure-o da cópia de segurança.");
    const Key key = derive(master);
    sodium_memzero(master.data(), master.size());
    return key;
}

std::string retired_name(int number) {
    const auto digits = std::to_string(number);
    return "mestra-" + std::string(4 - digits.size(), '0') + digits + ".key";
}

/// Where the next retired key goes.
int next_number(const fs::path& directory) {
    int number = 1;
    std::error_code failed;
    while (number < kRotationsMax && fs::exists(directory / retired_name(number), failed)) ++number;
    return number;
}

}  // namespace

/// From the first key of the installation to the one in use.
struct Vault::Keys {
    fs::path directory{};
    std::vector<Key> all{};
};

Vault::Vault(std::unique_ptr<Keys> keys) : keys_(std::move(keys)) {}
Vault::Vault(Vault&&) noexcept = default;
Vault& Vault::operator=(Vault&&) noexcept = default;
Vault::~Vault() = default;

Result<Vault> Vault::open(const std::string& directory) {
    INVARIANT(sodium_init() >= 0, "libsodium does not start");
    auto keys = std::make_unique<Keys>();
    keys->directory = directory;
    std::error_code failed;
    if (!fs::exists(directory, failed)) {
        fs::create_directories(directory, failed);
        if (!failed) fs::permissions(directory, fs::perms::owner_all, failed);
        if (failed) return unusable("o diretório de chaves não pôde ser criado.");
    }
    for (int number = 1; number < next_number(directory); ++number) {
        AROEIRA_TRY(const auto retired, read_key(keys->directory / retired_name(number)));
        keys->all.push_back(retired);
    }
    const auto current = keys->directory / kCurrent;
    if (!fs::exists(current, failed)) {
        // A retired key without its successor is a damaged installation, not a new one.
        if (!keys->all.empty()) return unusable("o arquivo mestra.key não existe; restaure-o da cópia de segurança.");
        AROEIRA_CHECK(create_first(keys->directory));
    }
    AROEIRA_TRY(const auto key, read_key(current));
    keys->all.push_back(key);
    return Vault(std::move(keys));
}

Result<void> Vault::rotate() {
    const auto current = keys_->directory / kCurrent;
    const auto retired = keys_->directory / retired_name(next_number(keys_->directory));
    AROEIRA_TRY(const auto aside, write_aside(keys_->directory));
    AROEIRA_TRY(const auto key, read_key(aside));
    // Old name first: between the two steps the same key has both names, and nothing is lost.
    if (::link(current.c_str(), retired.c_str()) != 0 || ::rename(aside.c_str(), current.c_str()) != 0) {
        unlink(aside.c_str());
        return unusable("não foi possível trocá-la; a anterior continua em uso.");
    }
    sync_directory(keys_->directory);
    keys_->all.push_back(key);
    return {};
}

std::string Vault::seal(std::string_view plain, std::string_view context) const {
    const Key& key = keys_->all.back();
    std::string out(kHeader + plain.size() + kTag, '\0');
    out[0] = kFormat;
    auto* const at = bytes_of(out);
    std::copy(key.id.begin(), key.id.end(), at + 1);
    randombytes_buf(at + 1 + kId, kNonce);
    crypto_aead_xchacha20poly1305_ietf_encrypt(at + kHeader, nullptr, bytes_of(plain), plain.size(), bytes_of(context), context.size(),
                                               nullptr, at + 1 + kId, key.seal.data());
    return out;
}

Result<std::string> Vault::unseal(std::string_view sealed, std::string_view context) const {
    const Error altered{ErrorKind::invalid_input, "CRYPTO-0004", "O dado cifrado foi alterado ou é de outra instalação."};
    if (sealed.size() < kHeader + kTag || sealed[0] != kFormat) return altered;
    const auto key = std::find_if(keys_->all.begin(), keys_->all.end(), [&](const Key& one) { return one.sealed(sealed); });
    if (key == keys_->all.end()) return altered;
    std::string plain(sealed.size() - kHeader - kTag, '\0');
    const auto* const at = bytes_of(sealed);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(bytes_of(plain), nullptr, nullptr, at + kHeader, sealed.size() - kHeader,
                                                   bytes_of(context), context.size(), at + 1 + kId, key->seal.data()) != 0)
        return altered;
    return plain;
}

bool Vault::is_outdated(std::string_view sealed) const {
    return sealed.size() < kHeader + kTag || !keys_->all.back().sealed(sealed);
}

Result<std::optional<std::string>> Vault::sealed_anew(std::string_view sealed, std::string_view context) const {
    if (sealed.empty() || !is_outdated(sealed)) return std::optional<std::string>();
    AROEIRA_TRY(auto plain, unseal(sealed, context));
    auto anew = std::optional(seal(plain, context));
    sodium_memzero(plain.data(), plain.size());
    return anew;
}

std::string Vault::fingerprint(std::string_view value, std::string_view context) const {
    const Key& key = keys_->all.front();
    Digest digest{};
    crypto_generichash_state state;
    crypto_generichash_init(&state, key.fingerprint.data(), key.fingerprint.size(), digest.size());
    const auto size = static_cast<std::uint64_t>(context.size());
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(&size), sizeof size);
    crypto_generichash_update(&state, bytes_of(context), context.size());
    crypto_generichash_update(&state, bytes_of(value), value.size());
    crypto_generichash_final(&state, digest.data(), digest.size());
    return hex(digest);
}

std::string Vault::sign(std::string_view message) const {
    std::string signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(bytes_of(signature), nullptr, bytes_of(message), message.size(), keys_->all.back().sign.data());
    return signature;
}

bool Vault::is_signed(std::string_view message, std::string_view signature) const {
    if (signature.size() != crypto_sign_BYTES) return false;
    return std::any_of(keys_->all.begin(), keys_->all.end(), [&](const Key& key) {
        return crypto_sign_verify_detached(bytes_of(signature), bytes_of(message), message.size(), key.verify.data()) == 0;
    });
}

std::string Vault::public_key() const {
    const Key& key = keys_->all.back();
    return {reinterpret_cast<const char*>(key.verify.data()), key.verify.size()};
}

bool Vault::holds(std::string_view public_key) const {
    return std::any_of(keys_->all.begin(), keys_->all.end(), [&](const Key& key) {
        return std::string_view(reinterpret_cast<const char*>(key.verify.data()), key.verify.size()) == public_key;
    });
}

}  // namespace aroeira::crypto
