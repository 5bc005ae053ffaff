// SPDX-License-Identifier: Apache-2.0
// What several nodes on one database may count on.
#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

#include "tests/support/databases.hpp"

using namespace aroeira;
using test::must;

namespace {

constexpr db::Query kCreate{"test.create", "CREATE TABLE total (id TEXT NOT NULL PRIMARY KEY, amount BIGINT NOT NULL)"};
constexpr db::Query kBegin{"test.begin", "INSERT INTO total (id, amount) VALUES ('a', 0)"};
constexpr db::Query kRead{"test.read", "SELECT amount FROM total WHERE id = 'a'"};
constexpr db::Query kWrite{"test.write", "UPDATE total SET amount = $1 WHERE id = 'a'"};

constexpr std::chrono::milliseconds kWork{1};  // of each transaction, so that they meet

Result<std::int64_t> amount(db::Session& session) {
    AROEIRA_TRY(const auto found, session.first(kRead, {}, [](const db::Row& row) { return row.integer(0); }));
    return found.value_or(-1);
}

}  // namespace

TEST_CASE("of the transactions of several nodes that read and write one row, none is lost and none gives up") {
    constexpr int kNodes = 8, kTimes = 20;
    test::for_each_place([&](const test::Place& place) {
        const auto first = place.open();
        must(first->write([](db::Session& session) -> Result<void> {
            AROEIRA_CHECK(session.run(kCreate));
            AROEIRA_CHECK(session.run(kBegin));
            return {};
        }));
        std::vector<std::unique_ptr<db::Database>> nodes;
        for (int i = 0; i < kNodes; ++i) nodes.push_back(place.open());
        std::atomic<int> gave_up = 0;
        {
            std::vector<std::jthread> writers;
            for (int i = 0; i < kNodes; ++i)
                writers.emplace_back([&, i] {
                    for (int time = 0; time < kTimes; ++time)
                        gave_up += nodes[static_cast<std::size_t>(i)]->write([](db::Session& session) -> Result<void> {
                            AROEIRA_TRY(const auto before, amount(session));
                            std::this_thread::sleep_for(kWork);
                            AROEIRA_CHECK(session.run(kWrite, {before + 1}));
                            return {};
                        }) ? 0 : 1;
                });
        }
        CHECK(gave_up == 0);
        must(first->read([&](db::Session& session) -> Result<void> {
            AROEIRA_TRY(const auto after, amount(session));
            CHECK(after == kNodes * kTimes);
            return {};
        }));
    }, test::Schema::empty);
}
