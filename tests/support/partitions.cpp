// SPDX-License-Identifier: Apache-2.0
#include "tests/support/partitions.hpp"

#include <algorithm>
#include <chrono>
#include <thread>

namespace aroeira::test {
namespace {

constexpr std::chrono::milliseconds kPause{20};
constexpr int kPauses = 500;

constexpr db::Query kOthers{"test.other_connections", R"sql(
    SELECT COUNT(*) FROM pg_stat_activity WHERE application_name = current_setting('application_name') AND pid <> pg_backend_pid()
)sql"};
constexpr db::Query kScans{"test.scans", R"sql(
    SELECT whole.relname, part.relname, COALESCE(s.seq_scan, 0) + COALESCE(s.idx_scan, 0)
      FROM pg_inherits i
      JOIN pg_class whole ON whole.oid = i.inhparent AND whole.relkind = 'p' AND whole.relnamespace = current_schema()::regnamespace
      JOIN pg_class part ON part.oid = i.inhrelid
      JOIN pg_stat_all_tables s ON s.relid = part.oid
)sql"};

std::int64_t other_connections(db::Database& database) {
    std::int64_t count = 0;
    must(database.read([&](db::Session& session) {
        return session.each(kOthers, {}, [&](const db::Row& row) {
            count = row.integer(0);
            return true;
        });
    }));
    return count;
}

}  // namespace

PartitionScans::PartitionScans(const Place& place) : place_(place), before_(counts()) {}

PartitionScans::Counts PartitionScans::counts() const {
    const auto database = place_.open();
    for (int i = 0; other_connections(*database) != 0; ++i) {
        if (i == kPauses) FAIL("another connection to the place is still open");
        std::this_thread::sleep_for(kPause);
    }
    Counts counts;
    must(database->read([&](db::Session& session) {
        return session.each(kScans, {}, [&](const db::Row& row) {
            counts[row.string(0)][row.string(1)] = row.integer(2);
            return true;
        });
    }));
    return counts;
}

void PartitionScans::check_one_each(const std::set<std::string>& tables) const {
    std::set<std::string> seen;
    for (auto& [table, parts] : counts()) {
        std::set<std::string> scanned;
        for (const auto& [part, count] : parts)
            if (count > before_.at(table).at(part)) scanned.insert(part);
        INFO("of ", table);
        CHECK(scanned.size() <= 1);
        if (!scanned.empty()) seen.insert(table);
    }
    CHECK(std::includes(seen.begin(), seen.end(), tables.begin(), tables.end()));
}

}  // namespace aroeira::test
