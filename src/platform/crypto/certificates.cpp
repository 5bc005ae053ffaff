// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <ctime>
#include <memory>
#include <vector>

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/provider.h>
#include <openssl/x509.h>

#include "platform/crypto/certificate.hpp"
#include "platform/crypto/crypto.hpp"

namespace aroeira::crypto {
namespace {

template <auto Free>
struct Freed {
    template <class T>
    void operator()(T* pointer) const { Free(pointer); }
};
using Bio = std::unique_ptr<BIO, Freed<&::BIO_free_all>>;
using X509Ptr = std::unique_ptr<X509, Freed<&::X509_free>>;
using Key = std::unique_ptr<EVP_PKEY, Freed<&::EVP_PKEY_free>>;
using Pkcs12 = std::unique_ptr<PKCS12, Freed<&::PKCS12_free>>;

constexpr std::string_view kPemBegin = "-----BEGIN ";

Bio reading(std::string_view bytes) { return Bio(::BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size()))); }

template <class Write>
std::string written(Write write) {
    const Bio bio(::BIO_new(::BIO_s_mem()));
    if (!bio || write(bio.get()) != 1) return {};
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return {data, static_cast<std::size_t>(size)};
}
std::string pem_of(X509* one) { return written([&](BIO* to) { return ::PEM_write_bio_X509(to, one); }); }

std::string subject_of(const X509* one) {
    const X509_NAME* const name = ::X509_get_subject_name(one);
    if (const int at = ::X509_NAME_get_index_by_NID(name, NID_commonName, -1); at >= 0) {
        unsigned char* text = nullptr;
        const int size = ::ASN1_STRING_to_UTF8(&text, ::X509_NAME_ENTRY_get_data(::X509_NAME_get_entry(name, at)));
        if (size > 0) {
            std::string common(reinterpret_cast<const char*>(text), static_cast<std::size_t>(size));
            ::OPENSSL_free(text);
            return common;
        }
    }
    return written([&](BIO* to) { return ::X509_NAME_print_ex(to, name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB) >= 0 ? 1 : 0; });
}

Instant instant_of(const ASN1_TIME* time) {
    std::tm parts{};
    if (::ASN1_TIME_to_tm(time, &parts) != 1) return {};
    return from_ms(static_cast<std::int64_t>(::timegm(&parts)) * 1000);
}

Certificate described(X509* one) {
    return {.pem = pem_of(one), .titular = subject_of(one), .impressao = fingerprint_of(*one),
            .from = instant_of(::X509_get0_notBefore(one)), .until = instant_of(::X509_get0_notAfter(one))};
}

Error unreadable() {
    return {ErrorKind::invalid_input, "CRYPTO-0005", "O arquivo não tem um certificado que se possa ler. Escolha um arquivo .pfx, .p12, .pem, .crt ou .cer."};
}
Error wrong_password() {
    return {ErrorKind::invalid_input, "CRYPTO-0006", "A senha do certificado não é esta. Confira a senha dada por quem o emitiu."};
}
Error no_key() {
    return {ErrorKind::invalid_input, "CRYPTO-0007", "Falta a chave do certificado. Escolha o arquivo .pfx ou .p12, ou informe também o arquivo da chave."};
}
Error other_key() {
    return {ErrorKind::invalid_input, "CRYPTO-0008", "A chave não é a deste certificado. Escolha a chave com que ele foi pedido."};
}

/// Every certificate of the PEM text, in order.
std::vector<X509Ptr> pem_certificates(std::string_view text) {
    std::vector<X509Ptr> all;
    const auto source = reading(text);
    while (auto* const one = ::PEM_read_bio_X509(source.get(), nullptr, nullptr, nullptr)) all.emplace_back(one);
    ::ERR_clear_error();  // The end of the text is told as an error.
    return all;
}

/// The password a key is asked for; what OpenSSL calls when it needs one.
struct Asked {
    std::string_view password;
    bool asked = false;
};
int give_password(char* to, int size, int, void* from) {
    auto& known = *static_cast<Asked*>(from);
    known.asked = true;
    if (static_cast<std::size_t>(size) < known.password.size()) return -1;
    known.password.copy(to, known.password.size());
    return static_cast<int>(known.password.size());
}

Result<Key> pem_key(std::string_view text, std::string_view password) {
    Asked asked{.password = password};
    Key key(::PEM_read_bio_PrivateKey(reading(text).get(), nullptr, &give_password, &asked));
    ::ERR_clear_error();
    if (!key) return asked.asked ? wrong_password() : no_key();
    return key;
}

/// A library of its own for files from outside: the old ciphers (RC2, 3DES) are in force here and nowhere else.
class OldCiphers {
public:
    OldCiphers() : context_(::OSSL_LIB_CTX_new()) {
        for (const char* const name : {"default", "legacy"}) providers_.emplace_back(::OSSL_PROVIDER_load(context_.get(), name));
    }
    [[nodiscard]] OSSL_LIB_CTX* get() const { return context_.get(); }

private:
    std::unique_ptr<OSSL_LIB_CTX, Freed<&::OSSL_LIB_CTX_free>> context_;
    std::vector<std::unique_ptr<OSSL_PROVIDER, Freed<&::OSSL_PROVIDER_unload>>> providers_;
};

Result<KeyPair> pair_of(const Key& key, std::vector<X509Ptr> certificates) {
    if (certificates.empty()) return unreadable();
    // The chain may come in any order: the certificate is the one the key fits.
    std::size_t own = 0;
    while (own < certificates.size() && ::X509_check_private_key(certificates[own].get(), key.get()) != 1) ++own;
    ::ERR_clear_error();
    if (own == certificates.size()) return other_key();
    std::swap(certificates[0], certificates[own]);
    KeyPair pair{.certificate = described(certificates[0].get())};
    for (const auto& one : certificates) pair.chain_pem += pem_of(one.get());
    pair.key_pem = written([&](BIO* to) { return ::PEM_write_bio_PrivateKey(to, key.get(), nullptr, nullptr, 0, nullptr, nullptr); });
    return pair;
}

Result<KeyPair> from_pkcs12(std::string_view file, std::string_view password) {
    const OldCiphers library;
    PKCS12* made = ::PKCS12_init_ex(NID_pkcs7_data, library.get(), nullptr);
    const auto* bytes = reinterpret_cast<const unsigned char*>(file.data());
    if (made == nullptr || ::d2i_PKCS12(&made, &bytes, static_cast<long>(file.size())) == nullptr) {
        ::ERR_clear_error();
        return unreadable();
    }
    const Pkcs12 store(made);
    const std::string text(password);
    EVP_PKEY* key = nullptr;
    X509* certificate = nullptr;
    STACK_OF(X509)* others = nullptr;
    const bool opened = ::PKCS12_parse(store.get(), text.c_str(), &key, &certificate, &others) == 1;
    const Key kept(key);
    std::vector<X509Ptr> all;
    if (certificate != nullptr) all.emplace_back(certificate);
    while (others != nullptr && sk_X509_num(others) > 0) all.emplace_back(sk_X509_shift(others));
    sk_X509_free(others);
    ::ERR_clear_error();
    if (!opened) return wrong_password();
    if (!kept) return no_key();
    return pair_of(kept, std::move(all));
}

}  // namespace

bool are_certificates(std::string_view pem) {
    std::size_t blocks = 0;
    for (auto at = pem.find(kPemBegin); at != pem.npos; at = pem.find(kPemBegin, at + 1)) ++blocks;
    const auto read = pem_certificates(pem).size();
    return read > 0 && read == blocks;
}

std::string fingerprint_of(const x509_st& certificate) {
    std::array<unsigned char, 32> digest{};
    unsigned size = 0;
    if (::X509_digest(&certificate, ::EVP_sha256(), digest.data(), &size) != 1) return {};
    return hex(digest);
}

std::optional<Certificate> first_certificate(std::string_view pem) {
    const auto all = pem_certificates(pem);
    if (all.empty()) return std::nullopt;
    return described(all.front().get());
}

Result<Certificate> read_certificate(std::string_view file) {
    if (file.find(kPemBegin) != file.npos) {
        const auto all = pem_certificates(file);
        return all.size() == 1 ? Result<Certificate>(described(all.front().get())) : Result<Certificate>(unreadable());
    }
    const auto* bytes = reinterpret_cast<const unsigned char*>(file.data());
    const X509Ptr one(::d2i_X509(nullptr, &bytes, static_cast<long>(file.size())));
    ::ERR_clear_error();
    if (!one) return unreadable();
    return described(one.get());
}

Result<KeyPair> read_key_pair(std::string_view file, std::string_view key_file, std::string_view password) {
    if (file.find(kPemBegin) == file.npos) {
        if (key_file.empty()) return from_pkcs12(file, password);
        AROEIRA_TRY(const auto one, read_certificate(file));
        return read_key_pair(one.pem, key_file, password);
    }
    auto certificates = pem_certificates(file);
    if (certificates.empty()) return unreadable();
    AROEIRA_TRY(const auto key, pem_key(key_file.empty() ? file : key_file, password));
    return pair_of(key, std::move(certificates));
}

}  // namespace aroeira::crypto
