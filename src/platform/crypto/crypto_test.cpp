// SPDX-License-Identifier: Apache-2.0
#include "platform/crypto/crypto.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <set>

#include <doctest/doctest.h>

#include "tests/support/certificate.hpp"

using namespace aroeira;

namespace {

std::string fresh_directory() {
    static std::atomic<int> next = 0;
    auto path = std::filesystem::temp_directory_path() / ("aroeira-crypto-" + std::to_string(getpid()) + "-" + std::to_string(next++));
    std::filesystem::remove_all(path);
    return path;
}

}  // namespace

TEST_CASE("SHA-256 gives the published digests") {
    CHECK(crypto::hex(crypto::sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(crypto::hex(crypto::sha256("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(crypto::sha256_text("abc").size() == 32);
}

TEST_CASE("SHA-256 in pieces is SHA-256 of the whole") {
    std::string text;
    for (int i = 0; i < 1000; ++i) text += std::to_string(i);
    for (const std::size_t size : {1, 63, 64, 65, 1000}) {
        crypto::Sha256 sum;
        for (std::size_t at = 0; at < text.size(); at += size) sum.update(std::string_view(text).substr(at, size));
        CHECK(sum.finish() == crypto::sha256(text));
    }
}

TEST_CASE("HMAC-SHA256 gives the published codes (RFC 4231)") {
    CHECK(crypto::hex(crypto::hmac_sha256(std::string(20, '\x0b'), "Hi There")) ==
          "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    CHECK(crypto::hex(crypto::hmac_sha256("Jefe", "what do ya want for nothing?")) ==
          "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    CHECK(crypto::hex(crypto::hmac_sha256(std::string(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First")) ==
          "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

TEST_CASE("Certificates are told from keys, from cut ones and from other text") {
    const std::string one(test::kCertificate);
    CHECK(crypto::are_certificates(one));
    CHECK(crypto::are_certificates("De lá:\n" + one + one));
    CHECK_FALSE(crypto::are_certificates(""));
    CHECK_FALSE(crypto::are_certificates("isto não é um certificado"));
    CHECK_FALSE(crypto::are_certificates(one.substr(0, 300)));
    CHECK_FALSE(crypto::are_certificates(one + one.substr(0, 300)));
    CHECK_FALSE(crypto::are_certificates(one + "-----BEGIN PRIVATE KEY-----\nMIGH\n-----END PRIVATE KEY-----\n"));
    std::string altered = one;
    altered[60] = altered[60] == 'A' ? 'B' : 'A';
    altered[40] = '!';
    CHECK_FALSE(crypto::are_certificates(altered));
}

TEST_CASE("Equality is of the whole text") {
    CHECK(crypto::equal("segredo", "segredo"));
    CHECK_FALSE(crypto::equal("segredo", "segredO"));
    CHECK_FALSE(crypto::equal("segredo", "segred"));
    CHECK(crypto::equal("", ""));
}

TEST_CASE("Tokens are 256 random bits and never repeat") {
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) seen.insert(crypto::random_token());
    CHECK(seen.size() == 1000);
    CHECK(seen.begin()->size() == 43);
    CHECK(seen.begin()->find_first_of("+/=") == std::string::npos);
}

TEST_CASE("Base64 reads what it wrote, with and without padding, and nothing else") {
    const std::string bytes("\0\xff\x10 ficha", 9);
    CHECK(crypto::from_base64(crypto::to_base64(bytes)).value() == bytes);
    CHECK(crypto::from_base64("Zg").value() == "f");
    CHECK_FALSE(crypto::from_base64("Z*"));
}

TEST_CASE("A password is verified against its own Argon2id hash and no other") {
    const auto hash = crypto::hash_password("segredo 123").value();
    CHECK(hash.starts_with("$argon2id$"));
    CHECK(crypto::verify_password(hash, "segredo 123"));
    CHECK_FALSE(crypto::verify_password(hash, "segredo 124"));
    CHECK_FALSE(crypto::verify_password("segredo 123", "segredo 123"));
    CHECK_FALSE(crypto::verify_password("", ""));
}

TEST_CASE("What is sealed opens only whole, in its own context, under its own key") {
    const auto directory = fresh_directory();
    const auto vault = crypto::Vault::open(directory);
    REQUIRE(vault);
    const auto sealed = vault->seal("senha do certificado", "chave:1");
    CHECK(sealed.find("senha") == std::string::npos);
    CHECK(vault->unseal(sealed, "chave:1").value() == "senha do certificado");
    CHECK_FALSE(vault->unseal(sealed, "chave:2"));
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        auto altered = sealed;
        altered[i] = static_cast<char>(altered[i] ^ 1);
        CHECK_FALSE(vault->unseal(altered, "chave:1"));
    }
    CHECK(crypto::Vault::open(directory)->unseal(sealed, "chave:1").value() == "senha do certificado");
    CHECK_FALSE(crypto::Vault::open(fresh_directory())->unseal(sealed, "chave:1"));
    CHECK(vault->fingerprint("a", "b") == crypto::Vault::open(directory)->fingerprint("a", "b"));
    CHECK(vault->fingerprint("a", "b") != vault->fingerprint("b", "a"));
}

TEST_CASE("After a rotation the old still opens, the new is under the new key, and fingerprints stay") {
    const auto directory = fresh_directory();
    auto vault = crypto::Vault::open(directory).value();
    const auto first = vault.seal("um", "c");
    const auto print = vault.fingerprint("52998224725", "cpf");
    CHECK_FALSE(vault.is_outdated(first));
    REQUIRE(vault.rotate());
    const auto second = vault.seal("dois", "c");
    REQUIRE(vault.rotate());
    const auto third = vault.seal("três", "c");
    const auto again = crypto::Vault::open(directory).value();
    for (const auto* one : std::initializer_list<const crypto::Vault*>{&vault, &again}) {
        CHECK(one->unseal(first, "c").value() == "um");
        CHECK(one->unseal(second, "c").value() == "dois");
        CHECK(one->unseal(third, "c").value() == "três");
        CHECK(one->is_outdated(first));
        CHECK(one->is_outdated(second));
        CHECK_FALSE(one->is_outdated(third));
        CHECK(one->fingerprint("52998224725", "cpf") == print);
    }
    std::filesystem::remove(directory + "/mestra.key");
    CHECK(crypto::Vault::open(directory).error().code.text() == "CRYPTO-0003");
}

TEST_CASE("A rotation cut before its last step lost nothing") {
    const auto directory = fresh_directory();
    auto vault = crypto::Vault::open(directory).value();
    const auto sealed = vault.seal("um", "c");
    std::filesystem::create_hard_link(directory + "/mestra.key", directory + "/mestra-0001.key");
    auto again = crypto::Vault::open(directory).value();
    CHECK(again.unseal(sealed, "c").value() == "um");
    CHECK_FALSE(again.is_outdated(sealed));
    REQUIRE(again.rotate());
    CHECK(crypto::Vault::open(directory)->unseal(sealed, "c").value() == "um");
}

TEST_CASE("What one installation signed, it knows after a rotation, and no other does") {
    const auto directory = fresh_directory();
    auto vault = crypto::Vault::open(directory).value();
    const auto signature = vault.sign("fim da cadeia");
    const auto before = vault.public_key();
    REQUIRE(vault.rotate());
    CHECK(vault.is_signed("fim da cadeia", signature));
    CHECK(vault.public_key() != before);
    CHECK(crypto::Vault::open(directory)->is_signed("fim da cadeia", signature));
    CHECK_FALSE(vault.is_signed("fim da cadeiA", signature));
    CHECK_FALSE(vault.is_signed("fim da cadeia", signature.substr(1)));
    CHECK_FALSE(crypto::Vault::open(fresh_directory())->is_signed("fim da cadeia", signature));
}

TEST_CASE("No error of this folder repeats a secret") {
    const auto vault = crypto::Vault::open(fresh_directory()).value();
    const auto refused = vault.unseal("segredo segredo segredo segredo segredo segredo segredo", "contexto");
    CHECK(refused.error().message.find("segredo") == std::string::npos);
    CHECK(refused.error().detail.empty());
    CHECK(crypto::from_base64("segredo*").error().message.find("segredo") == std::string::npos);
}

TEST_CASE("The master key is nobody else's to read, and a loose one is refused") {
    const auto directory = fresh_directory();
    REQUIRE(crypto::Vault::open(directory));
    struct stat status {};
    REQUIRE(stat((directory + "/mestra.key").c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
    struct stat folder {};
    REQUIRE(stat(directory.c_str(), &folder) == 0);
    CHECK((folder.st_mode & 0777) == 0700);
    CHECK(std::distance(std::filesystem::directory_iterator(directory), {}) == 1);  // No half-made key stays behind.
    chmod((directory + "/mestra.key").c_str(), 0644);
    CHECK_FALSE(crypto::Vault::open(directory));
}
