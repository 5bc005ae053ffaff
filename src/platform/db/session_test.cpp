// SPDX-License-Identifier: Apache-2.0
// What every store may count on, on both engines.
#include "platform/db/session.hpp"

#include <doctest/doctest.h>

#include "tests/support/databases.hpp"

using namespace aroeira;
using test::must;

namespace {

constexpr db::Query kCreate{"test.create", R"sql(
    CREATE TABLE thing (
        id     TEXT     NOT NULL PRIMARY KEY,
        amount BIGINT   CHECK (amount > 0),
        flag   SMALLINT CHECK (flag IN (0, 1)),
        note   TEXT,
        bytes  BYTEA,
        weight DOUBLE PRECISION
    )
)sql"};
constexpr db::Query kInsert{"test.insert", R"sql(
    INSERT INTO thing (id, amount, flag, note, bytes, weight) VALUES ($1, $2, $3, $4, $5, $6)
)sql"};
constexpr db::Query kFind{"test.find", "SELECT amount, flag, note, bytes, weight FROM thing WHERE id = $1"};
constexpr db::Query kCount{"test.count", "SELECT COUNT(*) FROM thing"};
constexpr db::Query kIds{"test.ids", "SELECT id FROM thing ORDER BY id"};

void with_table(const std::function<void(db::Database&)>& body) {
    test::for_each_engine(
        [&](db::Database& database) {
            must(database.write([](db::Session& session) -> Result<void> {
                AROEIRA_CHECK(session.run(kCreate));
                return {};
            }));
            body(database);
        },
        test::Schema::empty);
}

Result<void> insert(db::Session& session, std::string_view id, db::Value amount = 1) {
    AROEIRA_CHECK(session.run(kInsert, {id, amount, true, nullptr, nullptr, nullptr}));
    return {};
}

std::int64_t count(db::Database& database) {
    std::int64_t rows = -1;
    must(database.read([&](db::Session& session) -> Result<void> {
        AROEIRA_TRY(const auto found, session.first(kCount, {}, [](const db::Row& row) { return row.integer(0); }));
        rows = found.value_or(-1);
        return {};
    }));
    return rows;
}

}  // namespace

TEST_CASE("values come back as they went, with NULL, zero bytes and empty texts") {
    with_table([](db::Database& database) {
        const std::string bytes("\0\x01\\x\xff\0", 6);
        must(database.write([&](db::Session& session) -> Result<void> {
            AROEIRA_CHECK(session.run(kInsert, {"full", std::int64_t{9'007'199'254'740'993}, true, "ação 'x' \\",
                                                db::Blob{bytes}, 36.65}));
            AROEIRA_CHECK(session.run(kInsert, {"null", nullptr, nullptr, std::optional<std::string>(), nullptr,
                                                std::nullopt}));
            AROEIRA_CHECK(session.run(kInsert, {"empty", 1, false, std::string_view(), db::Blob{}, 0.0}));
            return {};
        }));
        must(database.read([&](db::Session& session) -> Result<void> {
            AROEIRA_CHECK(session.each(kFind, {"full"}, [&](const db::Row& row) {
                CHECK(row.integer(0) == 9'007'199'254'740'993);
                CHECK(row.flag(1));
                CHECK(row.text(2) == "ação 'x' \\");
                CHECK(row.blob(3) == bytes);
                CHECK(row.real(4) == 36.65);
                return true;
            }));
            AROEIRA_CHECK(session.each(kFind, {"null"}, [&](const db::Row& row) {
                for (int column = 0; column < 5; ++column) CHECK(row.is_null(column));
                CHECK(row.integer(0) == 0);
                CHECK(row.text(2).empty());
                CHECK(row.blob(3).empty());
                CHECK_FALSE(row.optional_string(2));
                CHECK_FALSE(row.optional_integer(0));
                return true;
            }));
            AROEIRA_CHECK(session.each(kFind, {"empty"}, [&](const db::Row& row) {
                CHECK_FALSE(row.is_null(2));
                CHECK_FALSE(row.is_null(3));
                CHECK(row.text(2).empty());
                CHECK(row.blob(3).empty());
                return true;
            }));
            return {};
        }));
    });
}

TEST_CASE("parameters are bound by name: repeated, and in any order") {
    constexpr db::Query kMixed{"test.mixed", R"sql(
        SELECT CAST($2 AS TEXT) || '-' || CAST($1 AS TEXT) || '-' || CAST($2 AS TEXT)
    )sql"};
    test::for_each_engine([&](db::Database& database) {
        must(database.read([&](db::Session& session) -> Result<void> {
            AROEIRA_TRY(const auto text,
                        session.first(kMixed, {"a", "b"}, [](const db::Row& row) { return row.string(0); }));
            CHECK(text == "b-a-b");
            return {};
        }));
    });
}

TEST_CASE("a body that gives an error leaves nothing behind") {
    with_table([](db::Database& database) {
        const auto done = database.write([](db::Session& session) -> Result<void> {
            AROEIRA_CHECK(insert(session, "a"));
            return Error{ErrorKind::invalid_input, "FICHA-0001"};
        });
        CHECK(done.error().code.text() == "FICHA-0001");
        CHECK(count(database) == 0);
    });
}

TEST_CASE("an exception in a body leaves nothing behind and the connection usable") {
    with_table([](db::Database& database) {
        CHECK_THROWS(static_cast<void>(database.write([](db::Session& session) -> Result<void> {
            AROEIRA_CHECK(insert(session, "a"));
            throw std::runtime_error("library");
        })));
        CHECK(count(database) == 0);
        must(database.write([](db::Session& session) { return insert(session, "a"); }));
        CHECK(count(database) == 1);
    });
}

TEST_CASE("run says how many rows changed") {
    constexpr db::Query kUpdate{"test.update", "UPDATE thing SET note = $1"};
    constexpr db::Query kNothing{"test.nothing", R"sql(
        INSERT INTO thing (id, amount) VALUES ($1, 1) ON CONFLICT (id) DO NOTHING
    )sql"};
    with_table([&](db::Database& database) {
        must(database.write([&](db::Session& session) -> Result<void> {
            AROEIRA_CHECK(insert(session, "a"));
            AROEIRA_CHECK(insert(session, "b"));
            AROEIRA_TRY(const auto changed, session.run(kUpdate, {"x"}));
            CHECK(changed == 2);
            AROEIRA_TRY(const auto repeated, session.run(kNothing, {"a"}));
            CHECK(repeated == 0);
            return {};
        }));
    });
}
