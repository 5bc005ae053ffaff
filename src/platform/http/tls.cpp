// SPDX-License-Identifier: Apache-2.0
#include "platform/http/tls.hpp"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <memory>
#include <string_view>
#include <system_error>

#include <arpa/inet.h>
#include <fcntl.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>
#include <unistd.h>

namespace aroeira::http {
namespace {

namespace fs = std::filesystem;

constexpr int kDay = 24 * 60 * 60;
constexpr int kAuthorityDays = 3650;
constexpr int kServerDays =
    397;  // browsers refuse longer ones. Source: CA/Browser Forum ballot SC31
constexpr int kRenewDays = 30;
constexpr int kBackdatedDays = 1;  // clocks of a health unit disagree

template <auto Free>
struct Freed {
    template <class T>
    void operator()(T* pointer) const {
        Free(pointer);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<&::EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<&::X509_free>>;
using Bio = std::unique_ptr<BIO, Freed<&::BIO_free_all>>;

Error cannot_write(std::string_view what, int number) {
    return {ErrorKind::unavailable,
            "HTTP-0024",
            "O certificado local não pôde ser guardado. Confira as permissões da pasta de dados.",
            {},
            std::string(what) + ": " + std::generic_category().message(number)};
}

Error cannot_make() {
    char why[256] = "";
    if (const auto code = ::ERR_get_error()) ::ERR_error_string_n(code, why, sizeof why);
    ::ERR_clear_error();
    return {ErrorKind::unavailable,
            "HTTP-0025",
            "O certificado local não pôde ser criado. Informe os arquivos de um certificado na "
            "configuração.",
            {},
            why};
}

/// Whole or not at all, readable by the owner only.
Result<void> write_file(const fs::path& path, const std::string& text) {
    const std::string fresh = path.string() + ".novo";
    ::unlink(fresh.c_str());
    const int file = ::open(fresh.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (file < 0) return cannot_write(path.filename().string(), errno);
    const bool written =
        ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
        ::fsync(file) == 0;
    const int number = errno;
    ::close(file);
    if (!written) return cannot_write(path.filename().string(), number);
    if (::rename(fresh.c_str(), path.c_str()) != 0)
        return cannot_write(path.filename().string(), errno);
    return {};
}

std::string text_of(BIO* bio) {
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return {data, static_cast<std::size_t>(size)};
}
std::string pem_of(X509* certificate) {
    const Bio bio(::BIO_new(::BIO_s_mem()));
    ::PEM_write_bio_X509(bio.get(), certificate);
    return text_of(bio.get());
}
std::string pem_of(EVP_PKEY* key) {
    const Bio bio(::BIO_new(::BIO_s_mem()));
    ::PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    return text_of(bio.get());
}

Certificate read_certificate(const fs::path& path) {
    const Bio bio(::BIO_new_file(path.c_str(), "r"));
    Certificate found(bio ? ::PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr) : nullptr);
    ::ERR_clear_error();  // an absent or broken file is simply made again
    return found;
}
Key read_key(const fs::path& path) {
    const Bio bio(::BIO_new_file(path.c_str(), "r"));
    Key found(bio ? ::PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr) : nullptr);
    ::ERR_clear_error();
    return found;
}

bool lasts(const X509* certificate, Instant now) {
    std::time_t limit = static_cast<std::time_t>(to_ms(now) / 1000) + kRenewDays * kDay;
    std::time_t start = static_cast<std::time_t>(to_ms(now) / 1000);
    return ::X509_cmp_time(::X509_get0_notAfter(certificate), &limit) > 0 &&
           ::X509_cmp_time(::X509_get0_notBefore(certificate), &start) < 0;
}

bool is_address(const std::string& name) {
    unsigned char buffer[16];
    return ::inet_pton(AF_INET, name.c_str(), buffer) == 1 ||
           ::inet_pton(AF_INET6, name.c_str(), buffer) == 1;
}

bool covers(X509* certificate, const std::vector<std::string>& names) {
    return std::all_of(names.begin(), names.end(), [&](const std::string& name) {
        return is_address(name)
                   ? ::X509_check_ip_asc(certificate, name.c_str(), 0) == 1
                   : ::X509_check_host(certificate, name.c_str(), name.size(), 0, nullptr) == 1;
    });
}

bool add_extension(X509* certificate, X509* issuer, int nid, const std::string& value) {
    X509V3_CTX context{};
    X509V3_set_ctx_nodb(&context);
    ::X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    std::unique_ptr<X509_EXTENSION, Freed<&::X509_EXTENSION_free>> extension(
        ::X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str()));
    return extension && ::X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool set_name(X509* certificate, const std::string& common_name) {
    X509_NAME* name = ::X509_get_subject_name(certificate);
    const auto add = [&](const char* field, const std::string& value) {
        return ::X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8,
                                            reinterpret_cast<const unsigned char*>(value.c_str()),
                                            -1, -1, 0) == 1;
    };
    return add("O", "Aroeira") && add("CN", common_name.substr(0, 64));
}

/// A certificate without its extensions and signature.
Certificate blank(EVP_PKEY* key, Instant now, int days) {
    Certificate made(::X509_new());
    unsigned char serial[16];
    if (!made || ::RAND_bytes(serial, sizeof serial) != 1) return nullptr;
    serial[0] &= 0x7F;  // positive. Source: RFC 5280, 4.1.2.2
    const std::unique_ptr<BIGNUM, Freed<&::BN_free>> number(
        ::BN_bin2bn(serial, sizeof serial, nullptr));
    std::time_t at = static_cast<std::time_t>(to_ms(now) / 1000);
    const bool done =
        number && ::BN_to_ASN1_INTEGER(number.get(), ::X509_get_serialNumber(made.get())) &&
        ::X509_set_version(made.get(), 2) == 1 &&
        ::X509_time_adj_ex(::X509_getm_notBefore(made.get()), -kBackdatedDays, 0, &at) &&
        ::X509_time_adj_ex(::X509_getm_notAfter(made.get()), days, 0, &at) &&
        ::X509_set_pubkey(made.get(), key) == 1;
    return done ? std::move(made) : nullptr;
}

struct Pair {
    Key key;
    Certificate certificate;
};

Result<Pair> make_authority(Instant now) {
    Pair pair{Key(::EVP_EC_gen("P-256")), nullptr};
    if (pair.key) pair.certificate = blank(pair.key.get(), now, kAuthorityDays);
    X509* const c = pair.certificate.get();
    char host[256] = "";
    ::gethostname(host, sizeof host - 1);
    const bool done = c && set_name(c, "Autoridade local de " + std::string(host)) &&
                      ::X509_set_issuer_name(c, ::X509_get_subject_name(c)) == 1 &&
                      add_extension(c, c, NID_basic_constraints, "critical,CA:TRUE,pathlen:0") &&
                      add_extension(c, c, NID_key_usage, "critical,keyCertSign,cRLSign") &&
                      add_extension(c, c, NID_subject_key_identifier, "hash") &&
                      ::X509_sign(c, pair.key.get(), ::EVP_sha256()) > 0;
    if (!done) return cannot_make();
    return pair;
}

Result<Pair> make_server(const Pair& authority, Instant now,
                         const std::vector<std::string>& names) {
    Pair pair{Key(::EVP_EC_gen("P-256")), nullptr};
    if (pair.key) pair.certificate = blank(pair.key.get(), now, kServerDays);
    X509* const c = pair.certificate.get();
    X509* const issuer = authority.certificate.get();
    std::string alternatives;
    for (const auto& name : names)
        alternatives += (alternatives.empty() ? "" : ",") +
                        std::string(is_address(name) ? "IP:" : "DNS:") + name;
    const bool done = c && set_name(c, names.front()) &&
                      ::X509_set_issuer_name(c, ::X509_get_subject_name(issuer)) == 1 &&
                      add_extension(c, issuer, NID_basic_constraints, "critical,CA:FALSE") &&
                      add_extension(c, issuer, NID_key_usage, "critical,digitalSignature") &&
                      add_extension(c, issuer, NID_ext_key_usage, "serverAuth") &&
                      add_extension(c, issuer, NID_subject_key_identifier, "hash") &&
                      add_extension(c, issuer, NID_authority_key_identifier, "keyid") &&
                      add_extension(c, issuer, NID_subject_alt_name, alternatives) &&
                      ::X509_sign(c, authority.key.get(), ::EVP_sha256()) > 0;
    if (!done) return cannot_make();
    return pair;
}

Pair read_pair(const fs::path& certificate, const fs::path& key) {
    Pair pair{read_key(key), read_certificate(certificate)};
    if (!pair.key || !pair.certificate ||
        ::X509_check_private_key(pair.certificate.get(), pair.key.get()) != 1)
        return {};
    return pair;
}

}  // namespace

std::vector<std::string> local_names() {
    std::vector<std::string> names{"localhost", "127.0.0.1", "::1"};
    char host[256] = "";
    ::gethostname(host, sizeof host - 1);
    const std::string machine(host);
    const bool plain =
        !machine.empty() &&
        machine.find_first_not_of(
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.") == machine.npos;
    if (plain && !is_address(machine)) names.push_back(machine);
    ifaddrs* interfaces = nullptr;
    if (::getifaddrs(&interfaces) == 0) {
        for (const auto* i = interfaces; i; i = i->ifa_next) {
            if (!i->ifa_addr || i->ifa_addr->sa_family != AF_INET || !(i->ifa_flags & IFF_UP))
                continue;
            char text[INET_ADDRSTRLEN] = "";
            const auto* address = reinterpret_cast<const sockaddr_in*>(i->ifa_addr);
            ::inet_ntop(AF_INET, &address->sin_addr, text, sizeof text);
            names.emplace_back(text);
        }
        ::freeifaddrs(interfaces);
    }
    // Each once, in order: the first is the certificate's common name.
    std::vector<std::string> unique;
    for (auto& name : names)
        if (std::find(unique.begin(), unique.end(), name) == unique.end())
            unique.push_back(std::move(name));
    return unique;
}

Result<TlsFiles> ensure_local_certificate(const std::string& directory, const Clock& clock) {
    return ensure_local_certificate(directory, clock, local_names());
}

Result<TlsFiles> ensure_local_certificate(const std::string& directory, const Clock& clock,
                                          const std::vector<std::string>& names) {
    std::error_code why;
    fs::create_directories(directory, why);
    if (!why) fs::permissions(directory, fs::perms::owner_all, why);
    if (why) return cannot_write(directory, why.value());
    const fs::path at(directory);
    const TlsFiles files{at / "servidor.crt", at / "servidor.key", at / "ca.crt"};
    const auto now = clock.now();

    auto authority = read_pair(files.ca, at / "ca.key");
    if (!authority.key || !lasts(authority.certificate.get(), now)) {
        AROEIRA_TRY(authority, make_authority(now));
        AROEIRA_CHECK(write_file(at / "ca.key", pem_of(authority.key.get())));
        AROEIRA_CHECK(write_file(files.ca, pem_of(authority.certificate.get())));
    }
    const auto server = read_pair(files.certificate, files.key);
    if (server.key && lasts(server.certificate.get(), now) &&
        covers(server.certificate.get(), names) &&
        ::X509_verify(server.certificate.get(), ::X509_get0_pubkey(authority.certificate.get())) ==
            1)
        return files;
    AROEIRA_TRY(const auto made, make_server(authority, now, names));
    AROEIRA_CHECK(write_file(files.key, pem_of(made.key.get())));
    AROEIRA_CHECK(write_file(files.certificate,
                             pem_of(made.certificate.get()) + pem_of(authority.certificate.get())));
    return files;
}

}  // namespace aroeira::http
