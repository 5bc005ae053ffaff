// SPDX-License-Identifier: Apache-2.0
#include "platform/db/catalogue.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "platform/db/migrate.hpp"
#include "tests/support/databases.hpp"

using namespace aroeira;
using test::must;

namespace {

std::vector<db::Table> tables_of(db::Database& database, std::span<const db::Derived> derived = db::derived()) {
    std::vector<db::Table> tables;
    must(database.read([&](db::Session& session) -> Result<void> {
        AROEIRA_TRY(tables, db::tables_of(session, database.engine(), derived));
        return {};
    }));
    return tables;
}

void run(db::Database& database, const std::vector<std::string>& statements) {
    must(database.write([&](db::Session& session) -> Result<void> {
        for (const auto& sql : statements) AROEIRA_CHECK(session.run(db::Query{"test.run", sql}));
        return {};
    }));
}

/// Every table somebody declared, whatever the catalogue makes of it.
std::set<std::string> names_in_migrations(db::Engine engine) {
    std::set<std::string> names;
    const std::string sql = engine == db::Engine::sqlite
                                ? "SELECT name FROM sqlite_master WHERE type = 'table'"
                                : "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()";
    const test::Place place(engine);
    const auto database = place.open();
    must(db::migrate(*database, SystemClock{}));
    must(database->read([&](db::Session& session) {
        return session.each(db::Query{"test.names", sql}, {}, [&](const db::Row& row) {
            names.insert(row.string(0));
            return true;
        });
    }));
    return names;
}

}  // namespace

TEST_CASE("[S2-319] both engines name the same tables with the same columns, so that a copy of one fits the other") {
    std::map<db::Engine, std::vector<db::Table>> found;
    for (const auto engine : {db::Engine::sqlite, db::Engine::postgres}) {
        const test::Place place(engine);
        const auto database = place.open();
        must(db::migrate(*database, SystemClock{}));
        found[engine] = tables_of(*database);
    }
    for (const auto& table : found[db::Engine::sqlite]) {
        INFO(table.name, ": what one engine only has is declared in db/derived");
        const auto& others = found[db::Engine::postgres];
        const auto other = std::find_if(others.begin(), others.end(), [&](const db::Table& one) { return one.name == table.name; });
        REQUIRE(other != others.end());
        CHECK(std::is_permutation(table.columns.begin(), table.columns.end(), other->columns.begin(), other->columns.end()));
    }
    CHECK(found[db::Engine::sqlite].size() == found[db::Engine::postgres].size());
}

TEST_CASE("[S2-319] no table of the database is left out of what is copied") {
    for (const auto engine : {db::Engine::sqlite, db::Engine::postgres}) {
        INFO(std::string(test::name_of(engine)));
        const test::Place place(engine);
        const auto database = place.open();
        must(db::migrate(*database, SystemClock{}));
        const auto taken = tables_of(*database);
        for (const auto& name : names_in_migrations(engine)) {
            if (name == "schema_migration" || name.starts_with("sqlite_")) continue;
            const auto belongs = [&](const db::Table& one) {
                // A partition is called as the whole and a number.
                return name == one.name || (name.starts_with(one.name + "_") && name.find_first_not_of("0123456789", one.name.size() + 1) == name.npos);
            };
            const auto is_derived = [&](const db::Derived& one) {
                return one.engine == engine && std::find(one.tables.begin(), one.tables.end(), name) != one.tables.end();
            };
            INFO(name);
            CHECK((std::any_of(taken.begin(), taken.end(), belongs) || std::any_of(db::derived().begin(), db::derived().end(), is_derived)));
        }
    }
}

TEST_CASE("a table comes after those it refers to, with its columns and their kinds") {
    test::for_each_engine([](db::Database& database) {
        run(database, {"CREATE TABLE z (id TEXT NOT NULL PRIMARY KEY, n BIGINT, bytes BYTEA, weight "
                       "DOUBLE PRECISION"
                       ", f SMALLINT)",
                       "CREATE TABLE a (id TEXT NOT NULL PRIMARY KEY, z TEXT REFERENCES z (id), a TEXT REFERENCES a (id))"});
        const auto tables = tables_of(database);
        REQUIRE(tables.size() == 2);
        using enum db::ColumnKind;
        CHECK(tables[0] == db::Table{"z", {{"id", text}, {"n", integer}, {"bytes", bytes}, {"weight", real}, {"f", integer}}});
        CHECK(tables[1].name == "a");
    }, test::Schema::empty);
}

TEST_CASE("a column of a type nobody can copy is refused by name") {
    test::for_each_engine([](db::Database& database) {
        run(database, {"CREATE TABLE a (id TEXT NOT NULL PRIMARY KEY, at POINT)"});
        const auto refused = database.read([&](db::Session& session) -> Result<void> {
            AROEIRA_CHECK(db::tables_of(session, database.engine()));
            return {};
        });
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code.text() == "DB-0014");
        CHECK(refused.error().detail.find("a.at") != std::string::npos);
    }, test::Schema::empty);
}

TEST_CASE("what one engine derives is left out there, and made again") {
    test::for_each_engine([](db::Database& database) {
        const db::Derived here{database.engine(), {"key"}, {"whole.line"}, "-- Again.\nINSERT INTO key (id) SELECT id FROM whole; UPDATE whole SET line = 7;\n"};
        auto there = here;
        there.engine = database.engine() == db::Engine::sqlite ? db::Engine::postgres : db::Engine::sqlite;
        run(database, {"CREATE TABLE whole (id TEXT NOT NULL PRIMARY KEY, line BIGINT)", "CREATE TABLE key (id TEXT NOT NULL PRIMARY KEY)",
                       "INSERT INTO whole (id) VALUES ('x')", "INSERT INTO key VALUES ('of before')"});
        auto later = here;
        later.tables = {"not_yet"};
        CHECK(tables_of(database, std::vector{there}).size() == 2);
        const auto tables = tables_of(database, std::vector{here});
        REQUIRE(tables.size() == 1);
        CHECK(tables[0].columns.size() == 1);
        must(database.write([&](db::Session& session) -> Result<void> {
            AROEIRA_CHECK(db::refill_derived(session, database.engine(), std::vector{there}));
            AROEIRA_CHECK(db::refill_derived(session, database.engine(), std::vector{later}));
            AROEIRA_CHECK(db::refill_derived(session, database.engine(), std::vector{here}));
            AROEIRA_TRY(const auto keys, session.first(db::Query{"test.keys", "SELECT COUNT(*) FROM key"}, {}, [](const db::Row& row) { return row.integer(0); }));
            CHECK(keys == 1);
            AROEIRA_TRY(const auto line, session.first(db::Query{"test.line", "SELECT line FROM whole JOIN key ON key.id = whole.id"}, {},
                                                       [](const db::Row& row) { return row.integer(0); }));
            CHECK(line == 7);
            return {};
        }));
    }, test::Schema::empty);
}
