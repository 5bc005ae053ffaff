// SPDX-License-Identifier: Apache-2.0
#include "modules/audit/store/sql_trail.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/support/databases.hpp"

using namespace aroeira;

namespace {

constexpr db::Query kAll{"test.events", R"sql(
    SELECT municipio, id, instante_ms, evento, ator, endereco, entidade, entidade_id, detalhes FROM evento ORDER BY instante_ms, evento DESC
)sql"};

audit::Entry some_entry() {
    return {.event = audit::Event::lote_recebido, .actor = "0190", .address = "10.0.0.7", .entity = "lote_recebido",
            .entity_id = "0191", .municipio = "2800308", .details = R"({"acento":"ã"})"};
}

std::vector<std::string> texts(db::Database& database) {
    std::vector<std::string> found;
    test::must(database.read([&](db::Session& session) {
        return session.each(kAll, {}, [&](const db::Row& row) {
            std::string line;
            for (int column = 0; column < 9; ++column)
                if (column != 1) line += row.string(column) + "|";
            found.push_back(line);
            return true;
        });
    }));
    return found;
}

}  // namespace

TEST_CASE("the trail keeps every column of an event as it was given, in order of time") {
    test::for_each_engine([](db::Database& database) {
        SystemIdSource ids;
        FixedClock clock(from_ms(1'787'000'000'123));
        test::must(database.write([&](db::Session& session) -> Result<void> {
            audit::SqlTrail trail(session, ids, clock);
            AROEIRA_CHECK(trail.record(some_entry()));
            return trail.record({.event = audit::Event::login_falha, .actor = "", .address = "10.0.0.8"});
        }));
        CHECK(texts(database) == std::vector<std::string>{
            "2800308|1787000000123|lote_recebido|0190|10.0.0.7|lote_recebido|0191|{\"acento\":\"ã\"}|",
            "|1787000000123|login_falha||10.0.0.8||||"});
    });
}

TEST_CASE("an act that is rolled back leaves no event") {
    test::for_each_engine([](db::Database& database) {
        SystemIdSource ids;
        SystemClock clock;
        const auto refused = database.write([&](db::Session& session) -> Result<void> {
            audit::SqlTrail trail(session, ids, clock);
            AROEIRA_CHECK(trail.record(some_entry()));
            return Error{ErrorKind::conflict, "DB-0003"};
        });
        CHECK_FALSE(refused);
        CHECK(texts(database).empty());
    });
}

TEST_CASE("every event has its own spelling") {
    std::vector<std::string_view> names;
    for (int event = 0; event <= static_cast<int>(audit::Event::conexao_testada); ++event)
        names.push_back(audit::name_of(static_cast<audit::Event>(event)));
    for (const auto name : names) CHECK_FALSE(name.empty());
    std::sort(names.begin(), names.end());
    CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
}
