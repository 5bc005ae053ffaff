// SPDX-License-Identifier: Apache-2.0
#include "platform/db/migrate.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

#include "tests/support/databases.hpp"

using namespace aroeira;
using test::must;

namespace {

std::int64_t number(db::Database& database, const std::string& sql) {
    std::int64_t found = -1;
    must(database.read([&](db::Session& session) -> Result<void> {
        AROEIRA_TRY(const auto first, session.first(db::Query{"test.number", sql}, {}, [](const db::Row& row) { return row.integer(0); }));
        found = first.value_or(-1);
        return {};
    }));
    return found;
}

Result<void> run(db::Session& session, const std::string& sql) {
    AROEIRA_CHECK(session.run(db::Query{"test.run", sql}));
    return {};
}

}  // namespace

TEST_CASE("Of nodes that begin at once on an empty database, each migration is applied by one") {
    test::for_each_place([](const test::Place& place) {
        std::atomic<int> applied = 0, failed = 0;
        {
            std::vector<std::jthread> nodes;
            for (int i = 0; i < 4; ++i)
                nodes.emplace_back([&] {
                    const auto count = db::migrate(*place.open(), SystemClock{});
                    count ? applied += *count : failed += 1;
                });
        }
        CHECK(failed == 0);
        const auto database = place.open();
        CHECK(applied == number(*database, "SELECT COUNT(*) FROM schema_migration"));
        CHECK(db::check_version(*database));
    }, test::Schema::empty);
}

TEST_CASE("What another node writes while a migration waits for its table is in the table the migration makes of it") {
    constexpr std::chrono::milliseconds kWriting{400};
    test::for_each_place([&](const test::Place& place) {
        const std::vector<db::Migration> before{db::migrations().front(), {2, "0002_a.sql", "CREATE TABLE a (x BIGINT NOT NULL)"}};
        auto after = before;
        after.push_back({3, "0003_b.sql", "-- Takes the rows elsewhere.\n-- Locks: a\n"
                                          "CREATE TABLE b (x BIGINT NOT NULL); INSERT INTO b SELECT * FROM a; DROP TABLE a"});
        const auto old_node = place.open(), new_node = place.open();
        must(db::migrate(*old_node, SystemClock{}, before));
        std::atomic<bool> writing = false;
        std::jthread writer([&] {
            must(old_node->write([&](db::Session& session) -> Result<void> {
                AROEIRA_CHECK(run(session, "INSERT INTO a (x) VALUES (1)"));
                writing = true;
                std::this_thread::sleep_for(kWriting);
                return {};
            }));
        });
        while (!writing) std::this_thread::yield();
        CHECK(must(db::migrate(*new_node, SystemClock{}, after)) == 1);
        CHECK(number(*new_node, "SELECT COUNT(*) FROM b") == 1);
    }, test::Schema::empty);
}
