// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include "tests/http/tls_client.hpp"

using namespace aroeira;
using namespace aroeira::testing;
using namespace std::chrono_literals;

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
