// SPDX-License-Identifier: Apache-2.0
#include <functional>
#include <memory>
#include <stdexcept>

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <unistd.h>

#include "platform/http/tls.hpp"
#include "tests/http/client.hpp"
#include "tests/http/node.hpp"

using namespace aroeira;
using namespace aroeira::testing;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

struct Authority {
    fs::path directory =
        fs::temp_directory_path() / ("aroeira-http-tls-" + std::to_string(::getpid()));
    http::TlsFiles files;
    Authority() {
        fs::remove_all(directory);
        auto made = http::ensure_local_certificate(directory, SystemClock());
        if (!made) throw std::runtime_error(made.error().detail);
        files = std::move(*made);
    }
    ~Authority() { fs::remove_all(directory); }
};

const Authority& authority() {
    static const Authority made;
    return made;
}

void with_tls(http::ServerOptions& options) {
    options.port_tls = 0;
    options.certificate = authority().files.certificate;
    options.key = authority().files.key;
}

/// A client of OpenSSL's own that trusts our authority alone.
class TlsClient {
public:
    using Adjust = std::function<void(SSL_CTX*)>;
    TlsClient(std::uint16_t port, const char* name, const Adjust& adjust = {})
        : context_(::SSL_CTX_new(::TLS_client_method()), &::SSL_CTX_free),
          ssl_(nullptr, &::SSL_free) {
        ::SSL_CTX_load_verify_locations(context_.get(), authority().files.ca.c_str(), nullptr);
        ::SSL_CTX_set_verify(context_.get(), SSL_VERIFY_PEER, nullptr);
        if (adjust) adjust(context_.get());
        ssl_.reset(::SSL_new(context_.get()));
        ::SSL_set1_host(ssl_.get(), name);
        sockaddr_in at{};
        at.sin_family = AF_INET;
        at.sin_port = htons(port);
        at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
        const timeval limit{5, 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
        if (::connect(socket_, reinterpret_cast<const sockaddr*>(&at), sizeof at) != 0) return;
        ::SSL_set_fd(ssl_.get(), socket_);
        agreed = ::SSL_connect(ssl_.get()) == 1;
        ::ERR_clear_error();
    }
    ~TlsClient() {
        if (socket_ >= 0) ::close(socket_);
    }
    TlsClient(const TlsClient&) = delete;
    TlsClient& operator=(const TlsClient&) = delete;

    /// Everything until the server ends or `end` was read.
    std::string ask(std::string_view bytes, std::string_view end) {
        ::SSL_write(ssl_.get(), bytes.data(), static_cast<int>(bytes.size()));
        std::string all;
        char buffer[16384];
        while (all.find(end) == all.npos) {
            const int n = ::SSL_read(ssl_.get(), buffer, sizeof buffer);
            if (n <= 0) break;
            all.append(buffer, static_cast<std::size_t>(n));
        }
        return all;
    }
    [[nodiscard]] SSL* ssl() const { return ssl_.get(); }

    bool agreed = false;

private:
    std::unique_ptr<SSL_CTX, decltype(&::SSL_CTX_free)> context_;
    std::unique_ptr<SSL, decltype(&::SSL_free)> ssl_;
    int socket_ = -1;
};

}  // namespace

TEST_CASE("a client that trusts the local authority is served over TLS by every local name") {
    Node node(&with_tls);
    REQUIRE(node.server->port_tls() != 0);
    for (const auto* name : {"localhost", "127.0.0.1"}) {
        TlsClient client(node.server->port_tls(), name);
        REQUIRE(client.agreed);
        const auto answer = client.ask(get("/api/v1/eco"), "body=");
        CHECK(answer.starts_with("HTTP/1.1 200 OK\r\n"));
        CHECK(answer.find("secure=yes\n") != std::string::npos);
        CHECK(client.ask(get("/api/v1/rapido"), "true}").find("200 OK") != std::string::npos);
    }
    CHECK_FALSE(TlsClient(node.server->port_tls(), "outro.nome").agreed);
}

TEST_CASE("a large upload and a large answer go through TLS whole") {
    Node node(&with_tls);
    TlsClient client(node.server->port_tls(), "localhost");
    CHECK(client.ask(post("/api/v1/arquivos", std::string(3'000'000, 'x')), "remote=")
              .find("size=3000000\nfile=yes") != std::string::npos);
    const auto large = client.ask(get("/api/v1/grande", "Connection: close\r\n"), "\x01");
    CHECK(large.size() > 3'000'000);
    CHECK(large.ends_with("jjjj"));
}

TEST_CASE("HSTS is said over TLS for a name, and never on localhost") {
    Node node(&with_tls);
    TlsClient client(node.server->port_tls(), "localhost");
    CHECK(client.ask("GET /api/v1/rapido HTTP/1.1\r\nHost: saude.exemplo.gov.br\r\n\r\n", "true}")
              .find("Strict-Transport-Security: max-age=31536000; includeSubDomains\r\n") != std::string::npos);
    CHECK(client.ask("GET /api/v1/rapido HTTP/1.1\r\nHost: localhost:8443\r\n\r\n", "true}")
              .find("Strict-Transport-Security") == std::string::npos);
}

TEST_CASE("TLS is recognised on the plain port, which goes on speaking plainly to others") {
    Node node(&with_tls);
    TlsClient client(node.port(), "localhost");
    REQUIRE(client.agreed);
    CHECK(client.ask(get("/api/v1/eco"), "body=").find("secure=yes") != std::string::npos);
    CHECK(Client(node.port()).ask(get("/api/v1/eco")).says("secure=no"));
    Node plain;
    CHECK_FALSE(TlsClient(plain.port(), "localhost").agreed);
    CHECK(Client(plain.port()).ask(get("/api/v1/rapido")).status == 200);
}

TEST_CASE("TLS 1.2 and 1.3 are spoken with forward secrecy; anything older or weaker is not") {
    Node node(&with_tls);
    const auto tries = [&](int from, int to, const char* ciphers) {
        return TlsClient(node.server->port_tls(), "localhost",
                         [&](SSL_CTX* context) {
                             ::SSL_CTX_set_security_level(context, 0);
                             ::SSL_CTX_set_min_proto_version(context, from);
                             ::SSL_CTX_set_max_proto_version(context, to);
                             if (ciphers) ::SSL_CTX_set_cipher_list(context, ciphers);
                         })
            .agreed;
    };
    CHECK(tries(TLS1_3_VERSION, TLS1_3_VERSION, nullptr));
    CHECK(tries(TLS1_2_VERSION, TLS1_2_VERSION, nullptr));
    CHECK(tries(TLS1_2_VERSION, TLS1_2_VERSION, "ECDHE-ECDSA-AES128-GCM-SHA256"));
    CHECK_FALSE(tries(TLS1_VERSION, TLS1_1_VERSION, "ALL:@SECLEVEL=0"));
    CHECK_FALSE(tries(TLS1_2_VERSION, TLS1_2_VERSION, "ECDHE-ECDSA-AES128-SHA256"));
    CHECK_FALSE(tries(TLS1_2_VERSION, TLS1_2_VERSION, "AES128-GCM-SHA256"));
}

TEST_CASE("a session is resumed, ALPN chooses http/1.1, and renegotiation is refused") {
    Node node(&with_tls);
    static constexpr unsigned char kOffer[] = "\x02h2\x08http/1.1";
    TlsClient client(node.server->port_tls(), "localhost", [](SSL_CTX* context) {
        ::SSL_CTX_set_max_proto_version(context, TLS1_2_VERSION);
        ::SSL_CTX_set_alpn_protos(context, kOffer, sizeof kOffer - 1);
    });
    REQUIRE(client.agreed);
    const unsigned char* chosen = nullptr;
    unsigned length = 0;
    ::SSL_get0_alpn_selected(client.ssl(), &chosen, &length);
    CHECK(std::string_view(reinterpret_cast<const char*>(chosen), length) == "http/1.1");
    const std::unique_ptr<SSL_SESSION, decltype(&::SSL_SESSION_free)> session(
        ::SSL_get1_session(client.ssl()), &::SSL_SESSION_free);
    CHECK(::SSL_SESSION_has_ticket(session.get()) == 1);
    ::SSL_renegotiate(client.ssl());
    CHECK(::SSL_do_handshake(client.ssl()) != 1);
    ::ERR_clear_error();
}

TEST_CASE("with a clients' authority, who shows no certificate is not served") {
    Node node([](http::ServerOptions& options) {
        with_tls(options);
        options.client_ca = authority().files.ca;
    });
    TlsClient without(node.server->port_tls(), "localhost");
    CHECK(without.ask(get("/api/v1/rapido"), "true}").empty());
    // Our server's certificate is of that authority, but not made for clients.
    TlsClient with(node.server->port_tls(), "localhost", [](SSL_CTX* context) {
        ::SSL_CTX_use_certificate_chain_file(context, authority().files.certificate.c_str());
        ::SSL_CTX_use_PrivateKey_file(context, authority().files.key.c_str(), SSL_FILETYPE_PEM);
    });
    CHECK(with.ask(get("/api/v1/rapido"), "true}").empty());
}

TEST_CASE("with a clients' authority, who shows its certificate is served") {
    const std::unique_ptr<EVP_PKEY, decltype(&::EVP_PKEY_free)> key(::EVP_EC_gen("P-256"),
                                                                   &::EVP_PKEY_free);
    const std::unique_ptr<X509, decltype(&::X509_free)> own(::X509_new(), &::X509_free);
    ::X509_gmtime_adj(::X509_getm_notBefore(own.get()), -60);
    ::X509_gmtime_adj(::X509_getm_notAfter(own.get()), 3600);
    ::X509_set_pubkey(own.get(), key.get());
    ::X509_NAME_add_entry_by_txt(::X509_get_subject_name(own.get()), "CN", MBSTRING_ASC,
                                 reinterpret_cast<const unsigned char*>("cliente"), -1, -1, 0);
    ::X509_set_issuer_name(own.get(), ::X509_get_subject_name(own.get()));
    ::X509_sign(own.get(), key.get(), ::EVP_sha256());
    static const std::string path = authority().directory / "cliente.crt";
    const std::unique_ptr<BIO, decltype(&::BIO_free_all)> file(::BIO_new_file(path.c_str(), "w"),
                                                              &::BIO_free_all);
    ::PEM_write_bio_X509(file.get(), own.get());
    BIO_flush(file.get());
    Node node([](http::ServerOptions& options) {
        with_tls(options);
        options.client_ca = path;
    });
    TlsClient client(node.server->port_tls(), "localhost", [&](SSL_CTX* context) {
        ::SSL_CTX_use_certificate(context, own.get());
        ::SSL_CTX_use_PrivateKey(context, key.get());
    });
    CHECK(client.ask(get("/api/v1/rapido"), "true}").find("200 OK") != std::string::npos);
}

TEST_CASE("a slow client over TLS is told 408 too") {
    Node node([](http::ServerOptions& options) {
        with_tls(options);
        options.limits.header_time = 300ms;
    });
    TlsClient client(node.server->port_tls(), "localhost");
    CHECK(client.ask("GET /api/v1/rapido HTTP/1.1\r\n", "HTTP-0007").starts_with("HTTP/1.1 408 "));
}

TEST_CASE(
    "a renewed certificate is taken without stopping, and a broken one leaves the old in place") {
    const auto directory =
        fs::temp_directory_path() / ("aroeira-http-renew-" + std::to_string(::getpid()));
    fs::remove_all(directory);
    fs::create_directories(directory);
    static std::string certificate, key;
    certificate = directory / "c.pem";
    key = directory / "k.pem";
    fs::copy_file(authority().files.certificate, certificate);
    fs::copy_file(authority().files.key, key);
    Node node([](http::ServerOptions& options) {
        options.port_tls = 0;
        options.certificate = certificate;
        options.key = key;
    });
    CHECK(TlsClient(node.server->port_tls(), "localhost").agreed);
    fs::resize_file(certificate, 10);
    CHECK(node.server->reload_certificate().error().code == ErrorCode("HTTP-0021"));
    CHECK(TlsClient(node.server->port_tls(), "localhost").agreed);
    const auto other =
        http::ensure_local_certificate(directory / "outra", SystemClock(), {"localhost"});
    REQUIRE(other);
    fs::copy_file(other->certificate, certificate, fs::copy_options::overwrite_existing);
    fs::copy_file(other->key, key, fs::copy_options::overwrite_existing);
    REQUIRE(node.server->reload_certificate());
    CHECK_FALSE(
        TlsClient(node.server->port_tls(), "localhost").agreed);  // not of the authority we trust
    fs::remove_all(directory);
}
