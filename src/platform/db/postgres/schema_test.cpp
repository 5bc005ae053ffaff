// SPDX-License-Identifier: Apache-2.0
#include "platform/db/schema.hpp"

#include <string>
#include <vector>

#include "tests/support/databases.hpp"

using namespace aroeira;
using test::must;

namespace {

void run(db::Database& database, const std::vector<std::string>& statements) {
    must(database.write([&](db::Session& session) -> Result<void> {
        for (const auto& sql : statements) AROEIRA_CHECK(session.run(db::Query{"test.run", sql}));
        return {};
    }));
}

std::string said_in(db::Database& database, const std::string& table) {
    const std::string sql = "SELECT said FROM " + table;
    std::string said;
    must(database.read([&](db::Session& session) -> Result<void> {
        AROEIRA_TRY(const auto found, session.first(db::Query{"test.said", sql}, {}, [](const db::Row& row) { return row.string(0); }));
        said = found.value_or("");
        return {};
    }));
    return said;
}

/// A name no other test has: the one of the place, and more.
std::string name_beside(const test::Place& place, const std::string& more) {
    const auto at = place.where().rfind('=') + 1;
    return place.where().substr(at) + more;
}

void prepare(const test::Place& place, db::Database& database, const std::string& name) {
    must(db::make_schema(database, name));
    const auto there = must(db::open_in_schema(place.where(), name));
    run(*there, {"CREATE TABLE word (said TEXT NOT NULL)", "INSERT INTO word VALUES ('new')"});
}

}  // namespace

TEST_CASE("a schema prepared beside the one in use takes its place, and the old one stays under another name") {
    const test::Place place(db::Engine::postgres);
    const auto database = place.open();
    CHECK(must(db::is_empty(*database)));
    run(*database, {"CREATE TABLE word (said TEXT NOT NULL)", "INSERT INTO word VALUES ('old')"});
    CHECK_FALSE(must(db::is_empty(*database)));
    const auto prepared = name_beside(place, "_novo"), aside = name_beside(place, "_antes");
    prepare(place, *database, prepared);
    CHECK(said_in(*database, "word") == "old");
    must(db::put_in_place(*database, prepared, aside));
    CHECK(said_in(*database, "word") == "new");
    CHECK(said_in(*database, aside + ".word") == "old");
    CHECK_FALSE(must(db::has_schema(*database, prepared)));
    must(db::drop_schema(*database, aside));
    must(db::drop_schema(*database, aside));
}

TEST_CASE("an empty schema leaves nothing behind when another takes its place") {
    const test::Place place(db::Engine::postgres);
    const auto database = place.open();
    const auto prepared = name_beside(place, "_novo"), aside = name_beside(place, "_antes");
    prepare(place, *database, prepared);
    must(db::put_in_place(*database, prepared, aside));
    CHECK(said_in(*database, "word") == "new");
    CHECK_FALSE(must(db::has_schema(*database, aside)));
}

TEST_CASE("another program on the same database is seen") {
    const test::Place place(db::Engine::postgres);
    const auto database = must(db::open_postgres(place.where(), 1));
    CHECK(must(db::others_connected(*database)) == 0);
    const auto other = must(db::open_postgres(place.where(), 1));
    CHECK(must(db::others_connected(*database)) == 1);
}
