// SPDX-License-Identifier: Apache-2.0
#include "app/keys.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <thread>
#include <vector>

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
