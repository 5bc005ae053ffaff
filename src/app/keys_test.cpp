// SPDX-License-Identifier: Apache-2.0
#include "app/keys.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <thread>
#include <vector>

#include "modules/instalacoes/module.hpp"
#include "tests/support/databases.hpp"

using namespace aroeira;

TEST_CASE("A database is opened with the keys it was first opened with, also after a rotation, and with no others") {
    test::for_each_engine([](db::Database& database) {
        const test::TemporaryFolder folder;
        auto first = test::must(crypto::Vault::open(folder.file("chaves")));
        CHECK(app::check_keys(database, first));
        test::must(first.rotate());
        CHECK(app::check_keys(database, first));
        std::filesystem::copy(folder.file("chaves"), folder.file("copia"));
        CHECK(app::check_keys(database, test::must(crypto::Vault::open(folder.file("copia")))));
        const auto refused = app::check_keys(database, test::must(crypto::Vault::open(folder.file("outras"))));
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code.text() == "APP-0002");
    });
}

// What instalacoes seals the password of the e-mail with.
constexpr std::string_view kContext = "configuracao.email.senha";

TEST_CASE("A rotation puts every sealed secret under the new key, and a node without that key does not begin") {
    test::for_each_engine([](db::Database& database) {
        const test::TemporaryFolder folder;
        auto vault = test::must(crypto::Vault::open(folder.file("chaves")));
        CHECK(app::check_keys(database, vault));
        std::filesystem::copy(folder.file("chaves"), folder.file("atrasado"));
        const auto sealed = vault.seal("senha do e-mail", kContext);
        const auto senha = [&] {
            std::optional<std::string> kept;
            test::must(database.read([&](db::Session& session) -> Result<void> {
                AROEIRA_TRY(kept, instalacoes::SqlSettingsStore(session).value(instalacoes::keys::kMailSenha));
                return {};
            }));
            return test::must(crypto::from_base64(kept.value()));
        };
        test::must(database.write([&](db::Session& session) { return instalacoes::SqlSettingsStore(session).put(instalacoes::keys::kMailSenha, crypto::to_base64(sealed)); }));
        SystemIdSource ids;
        const SystemClock clock;
        CHECK(test::must(app::rotate_keys(database, vault, ids, clock)) == 1);
        CHECK(senha() != sealed);
        CHECK_FALSE(vault.is_outdated(senha()));
        CHECK(test::must(vault.unseal(senha(), kContext)) == "senha do e-mail");
        CHECK(app::check_keys(database, test::must(crypto::Vault::open(folder.file("chaves")))));
        const auto behind = app::check_keys(database, test::must(crypto::Vault::open(folder.file("atrasado"))));
        REQUIRE_FALSE(behind);
        CHECK(behind.error().code.text() == "APP-0002");
        // A secret of other keys: nothing is put under the new one.
        test::must(database.write([&](db::Session& session) { return instalacoes::SqlSettingsStore(session).put(instalacoes::keys::kMailSenha, crypto::to_base64("de outra instalação, e longo o bastante para ser um segredo")); }));
        CHECK_FALSE(app::rotate_keys(database, vault, ids, clock));
        CHECK(app::check_keys(database, vault));
    });
}

TEST_CASE("Of nodes with different keys that begin at once on a new database, one begins") {
    test::for_each_engine([](db::Database& database) {
        const test::TemporaryFolder folder;
        std::vector<crypto::Vault> vaults;
        for (int i = 0; i < 4; ++i) vaults.push_back(test::must(crypto::Vault::open(folder.file(std::to_string(i)))));
        std::vector<int> begun(vaults.size(), 0);
        {
            std::vector<std::jthread> nodes;
            for (std::size_t i = 0; i < vaults.size(); ++i)
                nodes.emplace_back([&, i] { begun[i] = app::check_keys(database, vaults[i]) ? 1 : 0; });
        }
        CHECK(std::count(begun.begin(), begun.end(), 1) == 1);
    });
}
