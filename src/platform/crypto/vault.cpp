// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "platform/crypto/crypto.hpp"

namespace aroeira::crypto {
namespace {

constexpr char kFormat = 1;
constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

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

/// The file appears whole or not at all: written aside, synced, renamed.
Result<void> create_key(const std::string& path) {
    std::array<unsigned char, 32> key{};
    randombytes_buf(key.data(), key.size());
    const std::string aside = path + ".novo";
    {
        const File file(::open(aside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
        if (file.get() < 0 || ::write(file.get(), key.data(), key.size()) != static_cast<ssize_t>(key.size()) ||
            fsync(file.get()) != 0)
            return unusable("não foi possível criá-la; confira o espaço e as permissões do diretório de dados.");
    }
    sodium_memzero(key.data(), key.size());
    if (::link(aside.c_str(), path.c_str()) != 0 && errno != EEXIST) return unusable("não foi possível criá-la.");
    unlink(aside.c_str());
    const File directory(::open(std::filesystem::path(path).parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (directory.get() >= 0) fsync(directory.get());
    return {};
}

}  // namespace

/// Two keys derived from the file's, so that neither use says anything of the other.
struct Vault::Keys {
    std::array<unsigned char, crypto_aead_xchacha20poly1305_ietf_KEYBYTES> seal{};
    std::array<unsigned char, crypto_generichash_KEYBYTES> fingerprint{};
    ~Keys() {
        sodium_memzero(seal.data(), seal.size());
        sodium_memzero(fingerprint.data(), fingerprint.size());
    }
};

Vault::Vault(std::unique_ptr<Keys> keys) : keys_(std::move(keys)) {}
Vault::Vault(Vault&&) noexcept = default;
Vault& Vault::operator=(Vault&&) noexcept = default;
Vault::~Vault() = default;

Result<Vault> Vault::open(const std::string& directory) {
    INVARIANT(sodium_init() >= 0, "libsodium does not start");
    std::error_code failed;
    if (!std::filesystem::exists(directory, failed)) {
        std::filesystem::create_directories(directory, failed);
        if (!failed) std::filesystem::permissions(directory, std::filesystem::perms::owner_all, failed);
        if (failed) return unusable("o diretório de chaves não pôde ser criado.");
    }
    const std::string path = directory + "/mestra.key";
    if (!std::filesystem::exists(path, failed)) AROEIRA_CHECK(create_key(path));
    const File file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat status {};
    if (file.get() < 0 || fstat(file.get(), &status) != 0) return unusable("o arquivo não pode ser lido.");
    if ((status.st_mode & 0077) != 0) return unusable("outros usuários podem lê-la; corrija com chmod 600.");
    std::array<unsigned char, 32> master{};
    if (::read(file.get(), master.data(), master.size()) != static_cast<ssize_t>(master.size()))
        return unusable("o arquivo está incompleto; restaure-o da cópia de segurança.");
    auto keys = std::make_unique<Keys>();
    crypto_kdf_derive_from_key(keys->seal.data(), keys->seal.size(), 1, "aroeira.", master.data());
    crypto_kdf_derive_from_key(keys->fingerprint.data(), keys->fingerprint.size(), 2, "aroeira.", master.data());
    sodium_memzero(master.data(), master.size());
    return Vault(std::move(keys));
}

std::string Vault::seal(std::string_view plain, std::string_view context) const {
    std::string out(1 + kNonce + plain.size() + kTag, '\0');
    auto* const at = reinterpret_cast<unsigned char*>(out.data());
    at[0] = static_cast<unsigned char>(kFormat);
    randombytes_buf(at + 1, kNonce);
    crypto_aead_xchacha20poly1305_ietf_encrypt(at + 1 + kNonce, nullptr, bytes_of(plain), plain.size(), bytes_of(context),
                                               context.size(), nullptr, at + 1, keys_->seal.data());
    return out;
}

Result<std::string> Vault::unseal(std::string_view sealed, std::string_view context) const {
    const Error altered{ErrorKind::invalid_input, "CRYPTO-0004", "O dado cifrado foi alterado ou é de outra instalação."};
    if (sealed.size() < 1 + kNonce + kTag || sealed[0] != kFormat) return altered;
    std::string plain(sealed.size() - 1 - kNonce - kTag, '\0');
    const auto* const at = bytes_of(sealed);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<unsigned char*>(plain.data()), nullptr, nullptr,
                                                   at + 1 + kNonce, sealed.size() - 1 - kNonce, bytes_of(context),
                                                   context.size(), at + 1, keys_->seal.data()) != 0)
        return altered;
    return plain;
}

std::string Vault::fingerprint(std::string_view value, std::string_view context) const {
    Digest digest{};
    crypto_generichash_state state;
    crypto_generichash_init(&state, keys_->fingerprint.data(), keys_->fingerprint.size(), digest.size());
    const auto size = static_cast<std::uint64_t>(context.size());
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(&size), sizeof size);
    crypto_generichash_update(&state, bytes_of(context), context.size());
    crypto_generichash_update(&state, bytes_of(value), value.size());
    crypto_generichash_final(&state, digest.data(), digest.size());
    return hex(digest);
}

}  // namespace aroeira::crypto
