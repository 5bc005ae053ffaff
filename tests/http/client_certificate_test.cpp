// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "platform/crypto/certificate.hpp"
#include "tests/http/tls_client.hpp"
#include "tests/support/pki.hpp"

using namespace aroeira;
using namespace aroeira::testing;

TEST_CASE("with a clients' authority everybody is served, and the routes hear which certificate was shown and what is wrong with it") {
    static test::Pki ours("Autoridade das unidades");
    test::Pki theirs("Outra autoridade");
    ours.issue("ubs");
    ours.issue("vencido", "20200101000000Z", "20200201000000Z");
    ours.issue("futuro", "20900101000000Z", "20900201000000Z");
    theirs.issue("alheio");
    Node node([](http::ServerOptions& options) {
        with_tls(options);
        options.client_ca = ours.path("ca.crt");
    });
    const auto heard = [&](const std::string& certificate, const std::string& key) {
        TlsClient client(node.server->port_tls(), "localhost", [&](SSL_CTX* context) {
            if (certificate.empty()) return;
            REQUIRE(::SSL_CTX_use_certificate_chain_file(context, certificate.c_str()) == 1);
            REQUIRE(::SSL_CTX_use_PrivateKey_file(context, key.c_str(), SSL_FILETYPE_PEM) == 1);
        });
        const auto answer = client.ask(get("/api/v1/eco"), "body=");
        const auto at = answer.find("certificate=");
        REQUIRE(at != answer.npos);
        return answer.substr(at + 12, answer.find('\n', at) - at - 12);
    };
    const auto of = [&](test::Pki& pki, const std::string& name) { return heard(pki.path(name + ".crt"), pki.path(name + ".key")); };
    const auto print = test::must(crypto::read_certificate(ours.read("ubs.crt"))).impressao;
    CHECK(heard("", "") == "none");
    CHECK(of(ours, "ubs") == "trusted " + print);
    CHECK(of(ours, "ubs") == "trusted " + print);  // A connection takes nothing over from another.
    CHECK(of(ours, "vencido") == "expired");
    CHECK(of(ours, "futuro") == "not yet valid");
    CHECK(of(theirs, "alheio") == "other authority");
}

TEST_CASE("without a clients' authority no certificate is asked for") {
    test::Pki pki;
    pki.issue("ubs");
    Node node(&with_tls);
    TlsClient client(node.server->port_tls(), "localhost", [&](SSL_CTX* context) {
        ::SSL_CTX_use_certificate_chain_file(context, pki.path("ubs.crt").c_str());
        ::SSL_CTX_use_PrivateKey_file(context, pki.path("ubs.key").c_str(), SSL_FILETYPE_PEM);
    });
    CHECK(client.ask(get("/api/v1/eco"), "body=").find("certificate=none\n") != std::string::npos);
}

TEST_CASE("a certificate that its authority made for servers does not serve a client") {
    Node node([](http::ServerOptions& options) {
        with_tls(options);
        options.client_ca = authority().files.ca;
    });
    TlsClient client(node.server->port_tls(), "localhost", [](SSL_CTX* context) {
        ::SSL_CTX_use_certificate_chain_file(context, authority().files.certificate.c_str());
        ::SSL_CTX_use_PrivateKey_file(context, authority().files.key.c_str(), SSL_FILETYPE_PEM);
    });
    CHECK(client.ask(get("/api/v1/eco"), "body=").find("certificate=unfit\n") != std::string::npos);
}
