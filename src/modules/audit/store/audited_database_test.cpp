// SPDX-License-Identifier: Apache-2.0
#include "modules/audit/store/audited_database.hpp"

#include <doctest/doctest.h>

#include "modules/audit/api/act.hpp"
#include "modules/audit/api/reading.hpp"
#include "modules/audit/domain/audited_table.hpp"
#include "modules/audit/store/sql_trail.hpp"
#include "tests/support/databases.hpp"

using namespace aroeira;
using namespace aroeira::audit;

namespace {

constexpr db::Query kInsert{"test.insert", "INSERT INTO coisa (municipio, id, nome, ativa) VALUES ($1, $2, $3, 1)"};
constexpr db::Query kRename{"test.rename", "UPDATE coisa SET nome = $3 WHERE municipio = $1 AND id = $2"};
constexpr db::Query kEndAll{"test.end_all", "UPDATE coisa SET ativa = 0 WHERE municipio = $1"};
constexpr db::Query kRemove{"test.remove", "DELETE FROM coisa WHERE id = $1 AND municipio = $2 RETURNING nome"};
constexpr db::Query kTake{"test.take", "UPDATE coisa SET ativa = ativa WHERE id = $1"};
constexpr db::Query kJob{"test.job", "UPDATE trabalho SET situacao = 'x' WHERE id = $1"};

/// The audited database over a table of the test.
struct Site {
    explicit Site(const test::Place& place) {
        auto raw = place.open();
        test::must(raw->write([](db::Session& session) -> Result<void> {
            AROEIRA_CHECK(session.run({"test.create", "CREATE TABLE coisa (municipio TEXT NOT NULL, id TEXT NOT NULL, nome TEXT NOT NULL, ativa BIGINT NOT NULL, PRIMARY KEY (municipio, id))"}));
            return {};
        }));
        database = audited(std::move(raw), ids, clock);
    }
    /// Runs `body` as one act; the events of the database it left, as "actor municipio description".
    std::vector<std::string> events(const std::function<Result<void>(db::Session&)>& body) {
        test::must(database->write([](db::Session& session) -> Result<void> {
            AROEIRA_CHECK(session.run({"test.forget", "DELETE FROM evento"}));
            return {};
        }));
        const auto done = database->write(body);
        std::vector<std::string> found;
        test::must(database->read([&](db::Session& session) {
            return session.each({"test.events", "SELECT id, instante_ms, evento, ator, endereco, entidade, entidade_id, detalhes, municipio FROM evento WHERE evento = 'operacao_no_banco' ORDER BY id"}, {}, [&](const db::Row& row) {
                const EventView event{row.text(0), row.integer(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6), row.text(7)};
                found.push_back(row.string(3) + " " + row.string(8) + " " + description_of(event));
                return true;
            });
        }));
        if (!done) found.push_back(std::string(done.error().code.text()));
        return found;
    }
    SystemIdSource ids;
    FixedClock clock{from_ms(1'787'000'000'000)};
    std::unique_ptr<db::Database> database;
};

void for_each_site(const std::function<void(Site&)>& test) {
    test::for_each_place([&](const test::Place& place) {
        Site site(place);
        test(site);
    });
}
using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("[S2-324] what an act creates, changes and removes is told with entity, id and columns, and without a value") {
    for_each_site([](Site& site) {
        const ActScope scope;
        ActScope::is_of({.actor = "maria", .address = "10.0.0.7", .municipio = "2800308"});
        CHECK(site.events([](db::Session& s) -> Result<void> {
            AROEIRA_CHECK(s.run(kInsert, {"2800308", "c1", "Segredo"}));
            return {};
        }) == Found{"maria 2800308 criação coisa atributos: ID c1, municipio, id, nome, ativa"});
        CHECK(site.events([](db::Session& s) -> Result<void> {
            AROEIRA_CHECK(s.run(kRename, {"2800308", "c1", "Outro"}));
            AROEIRA_CHECK(s.run(kRename, {"2800308", "c1", "Outro de novo"}));
            return {};
        }) == Found{"maria 2800308 alteração coisa atributos: ID c1, nome"});
        CHECK(site.events([](db::Session& s) { return s.each(kRemove, {"c1", "2800308"}, [](const db::Row&) { return false; }); }) ==
              Found{"maria 2800308 exclusão coisa atributos: ID c1"});
    });
}

TEST_CASE("[S2-324] what changed nothing, only took a row, was rolled back or is of the queue leaves no event") {
    for_each_site([](Site& site) {
        CHECK(site.events([](db::Session& s) -> Result<void> {
            AROEIRA_CHECK(s.run(kRename, {"2800308", "nobody", "x"}));
            AROEIRA_CHECK(s.run(kJob, {"x"}));
            return {};
        }).empty());
        CHECK(site.events([](db::Session& s) -> Result<void> {
            AROEIRA_CHECK(s.run(kInsert, {"2800308", "c1", "x"}));
            return Error{ErrorKind::conflict, "TESTE-0001", ""};
        }) == Found{"TESTE-0001"});
        site.events([](db::Session& s) -> Result<void> {
            AROEIRA_CHECK(s.run(kInsert, {"2800308", "c1", "x"}));
            return {};
        });
        CHECK(site.events([](db::Session& s) -> Result<void> {
            AROEIRA_CHECK(s.run(kTake, {"c1"}));
            return {};
        }).empty());
    });
}

TEST_CASE("[S2-324] many rows at once, and rows that have no id, are told by their number and of what act") {
    for_each_site([](Site& site) {
        CHECK(site.events([&](db::Session& s) -> Result<void> {
            constexpr std::array<std::string_view, 4> columns{"municipio", "id", "nome", "ativa"};
            AROEIRA_TRY(const auto rows, s.bulk({"coisa", columns}));
            for (int i = 0; i < 200; ++i) {
                const auto id = std::to_string(i);
                const std::array<db::Value, 4> row{"2800308", id, "x", 1};
                AROEIRA_CHECK(rows->add(row));
            }
            AROEIRA_CHECK(rows->finish());
            return SqlTrail(s, site.ids, site.clock).record({.event = Event::cnes_importado, .actor = "joana", .address = "", .entity = "cnes_importacao", .entity_id = "imp-1", .municipio = "2800308"});
        }) == Found{"joana 2800308 criação coisa atributos: sem ID único, 200 registros, de cnes_importacao imp-1, municipio, id, nome, ativa"});
        CHECK(site.events([](db::Session& s) -> Result<void> {
            AROEIRA_CHECK(s.run(kEndAll, {"2800308"}));
            return {};
        }) == Found{" 2800308 alteração coisa atributos: sem ID único, 200 registros, ativa"});
    });
}

TEST_CASE("[TE9] [S2-324] an id that may be a CPF or a CNS does not enter the trail") {
    for_each_site([](Site& site) {
        CHECK(site.events([](db::Session& s) -> Result<void> {
            AROEIRA_CHECK(s.run(kInsert, {"2800308", "12345678909", "x"}));
            return {};
        }) == Found{" 2800308 criação coisa atributos: sem ID único, 1 registros, municipio, id, nome, ativa"});
    });
}

TEST_CASE("[S2-324] every table of the database is told row by row, or the policy says why not") {
    for (const auto& table : audited_tables()) {
        CAPTURE(table.name);
        CHECK((table.telling == Telling::each || !table.reason.empty()));
    }
    CHECK(audited_table("coisa").telling == Telling::each);
    CHECK(audited_table("coisa").key == "id");
}
