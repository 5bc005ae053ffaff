// SPDX-License-Identifier: Apache-2.0
#include "platform/crypto/certificate.hpp"

#include <doctest/doctest.h>

#include "tests/support/pki.hpp"

using namespace aroeira;

namespace {

std::string code_of(const Result<crypto::KeyPair>& pair) { return pair ? "ok" : std::string(pair.error().code.text()); }

}  // namespace

TEST_CASE("A certificate is read from PEM and from DER alike, and nothing else is one") {
    test::Pki pki;
    pki.issue("ubs");
    pki.run("x509 -in ubs.crt -outform DER -out ubs.cer");
    pki.run("x509 -in ubs.crt -noout -fingerprint -sha256 -out impressao.txt");
    const auto read = crypto::read_certificate(pki.read("ubs.crt"));
    REQUIRE(read);
    CHECK(read->titular == "ubs");
    CHECK(read->impressao.size() == 64);
    CHECK(read->until - read->from == std::chrono::hours(30 * 24));
    CHECK(crypto::read_certificate(pki.read("ubs.cer")).value().impressao == read->impressao);
    CHECK(crypto::read_certificate(pki.read("ubs.crt") + pki.read("ubs.key")).value().pem == read->pem);
    for (const auto& wrong : {std::string(), std::string("isto não é um certificado"), pki.read("ubs.key"), pki.read("ubs.crt") + pki.read("ca.crt"), pki.read("ubs.cer").substr(0, 100)})
        CHECK(crypto::read_certificate(wrong).error().code == ErrorCode("CRYPTO-0005"));
}

TEST_CASE("A certificate and its key come in a .pfx of today or of long ago, or in PEM, in one file or in two") {
    test::Pki pki;
    pki.issue("ubs");
    pki.bundle("ubs", "segredo");
    const auto pfx = pki.read("ubs.pfx");
    pki.bundle("ubs", "segredo", true);
    const auto old = pki.read("ubs.pfx");
    const auto pem = pki.read("ubs.crt");
    const auto key = pki.read("ubs.key");
    pki.run("ec -in ubs.key -aes256 -passout pass:segredo -out fechada.key");
    pki.run("x509 -in ubs.crt -outform DER -out ubs.cer");
    const auto from = test::must(crypto::read_key_pair(pfx, "", "segredo"));
    CHECK(from.certificate.titular == "ubs");
    CHECK(from.key_pem.find("PRIVATE KEY") != std::string::npos);
    CHECK(from.chain_pem.starts_with(from.certificate.pem));
    CHECK(from.chain_pem.size() > from.certificate.pem.size());
    for (const auto& same : {crypto::read_key_pair(old, "", "segredo"), crypto::read_key_pair(pem + key, "", ""), crypto::read_key_pair(pem, key, ""),
                             crypto::read_key_pair(pki.read("ubs.cer"), key, ""), crypto::read_key_pair(pem, pki.read("fechada.key"), "segredo"),
                             crypto::read_key_pair(pki.read("ca.crt") + pem, key, "")}) {
        REQUIRE(same);
        CHECK(same->certificate.impressao == from.certificate.impressao);
        CHECK(same->key_pem == from.key_pem);
    }
}

TEST_CASE("What is wrong with a certificate and its key is told apart") {
    test::Pki pki;
    pki.issue("ubs");
    pki.issue("outra");
    pki.bundle("ubs", "segredo");
    pki.run("ec -in ubs.key -aes256 -passout pass:segredo -out fechada.key");
    const auto pem = pki.read("ubs.crt");
    CHECK(code_of(crypto::read_key_pair(pki.read("ubs.pfx"), "", "errada")) == "CRYPTO-0006");
    CHECK(code_of(crypto::read_key_pair(pki.read("ubs.pfx"), "", "")) == "CRYPTO-0006");
    CHECK(code_of(crypto::read_key_pair(pem, pki.read("fechada.key"), "errada")) == "CRYPTO-0006");
    CHECK(code_of(crypto::read_key_pair(pem, pki.read("fechada.key"), "")) == "CRYPTO-0006");
    CHECK(code_of(crypto::read_key_pair(pem, "", "")) == "CRYPTO-0007");
    CHECK(code_of(crypto::read_key_pair(pem, "isto não é uma chave", "")) == "CRYPTO-0007");
    CHECK(code_of(crypto::read_key_pair(pem, pki.read("outra.key"), "")) == "CRYPTO-0008");
    CHECK(code_of(crypto::read_key_pair("isto não é um certificado", "", "")) == "CRYPTO-0005");
    CHECK(code_of(crypto::read_key_pair(pki.read("ubs.pfx").substr(0, 200), "", "segredo")) == "CRYPTO-0005");
}
