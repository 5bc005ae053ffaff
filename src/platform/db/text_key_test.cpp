// SPDX-License-Identifier: Apache-2.0
#include "platform/db/text_key.hpp"

#include "tests/support/databases.hpp"

using namespace aroeira;

TEST_CASE("The key of a text is the beginning of its SHA-256, in the program and in the SQL of SQLite alike") {
    // Source: FIPS 180-4, the example of "abc".
    constexpr auto kAbc = static_cast<std::int64_t>(0xba7816bf8f01cfea);
    CHECK(db::text_key("abc") == kAbc);
    const test::Place place(db::Engine::sqlite);
    test::must(place.open()->read([&](db::Session& session) {
        return session.each({"test.key", "SELECT text_key('abc'), text_key(''), text_key(NULL)"}, {}, [&](const db::Row& row) {
            CHECK(row.integer(0) == kAbc);
            CHECK(row.integer(1) == db::text_key(""));
            CHECK(row.is_null(2));
            return true;
        });
    }));
}
