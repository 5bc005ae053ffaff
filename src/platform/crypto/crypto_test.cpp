// SPDX-License-Identifier: Apache-2.0
#include "platform/crypto/crypto.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <set>

#include <doctest/doctest.h>

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

TEST_CASE("The master key is nobody else's to read, and a loose one is refused") {
    const auto directory = fresh_directory();
    REQUIRE(crypto::Vault::open(directory));
    struct stat status {};
    REQUIRE(stat((directory + "/mestra.key").c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
    chmod((directory + "/mestra.key").c_str(), 0644);
    CHECK_FALSE(crypto::Vault::open(directory));
}
