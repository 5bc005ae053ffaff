// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <array>
#include <random>

#include "modules/audit/store/blocks.hpp"
#include "modules/audit/store/sealer.hpp"
#include "modules/audit/store/sql_trail.hpp"
#include "modules/audit/store/verify_trail.hpp"
#include "platform/db/migrate.hpp"
#include "tests/support/databases.hpp"

using namespace aroeira;
using namespace aroeira::audit;

namespace {

constexpr int kMutations = 10'000;

/// A column whose bytes are changed, and the column that names its row.
struct Target {
    const char* table;
    const char* column;
    const char* key;
    bool binary = false;
};
constexpr std::array kTargets{
    Target{"evento", "ator", "id"}, Target{"evento", "evento", "id"}, Target{"evento", "endereco", "id"}, Target{"evento", "entidade", "id"},
    Target{"evento", "entidade_id", "id"}, Target{"evento", "detalhes", "id"}, Target{"evento_elo", "id", "ordem"}, Target{"evento_elo", "elo", "ordem", true},
    Target{"evento_cadeia", "elo", "municipio", true}, Target{"evento_cadeia", "assinatura", "municipio", true}, Target{"evento_bloco", "raiz", "bloco", true},
    Target{"evento_bloco", "elo", "bloco", true}, Target{"evento_bloco", "assinatura", "bloco", true}, Target{"evento_bloco", "filtro", "bloco", true},
    Target{"evento_arquivo", "conteudo", "bloco", true}, Target{"evento_pendente", "resumo", "id", true},
};

/// A small trail in memory: an archived block, some sealed events and three that wait.
struct SmallTrail {
    SmallTrail() {
        test::must(db::migrate(*database, clock));
        record(1024 + 40);
        test::must(seal_chains(*database, vault));
        test::must(close_blocks(*database, vault));
        REQUIRE(test::must(archive_blocks(*database, to_ms(clock.now()) + 1, 9)) == 1);
        record(3);
    }
    void record(int count) {
        test::must(database->write([&](db::Session& session) -> Result<void> {
            SqlTrail trail(session, ids, clock);
            for (int i = 0; i < count; ++i)
                AROEIRA_CHECK(trail.record({.event = Event::lote_recebido, .actor = "0190", .address = "10.0.0.7", .entity = "lote_recebido",
                                            .entity_id = std::to_string(i), .municipio = "2800308", .details = R"({"acento":"ã"})"}));
            return {};
        }));
    }
    std::vector<std::string> column(const std::string& sql, std::initializer_list<db::Value> values = {}) {
        std::vector<std::string> all;
        test::must(database->read([&](db::Session& session) -> Result<void> {
            AROEIRA_TRY(all, session.all({"test.column", sql}, values, [](const db::Row& row) { return std::string(row.blob(0)); }));
            return {};
        }));
        return all;
    }
    void put(const Target& target, const std::string& row, const std::string& value) {
        const auto sql = std::string("UPDATE ") + target.table + " SET " + target.column + " = $1 WHERE " + target.key + " = $2";
        const auto stored = target.binary ? db::Value(db::Blob{value}) : db::Value(value);
        test::must(database->write([&](db::Session& session) -> Result<void> {
            AROEIRA_TRY(const auto changed, session.run({"test.put", sql}, {stored, row}));
            REQUIRE(changed == 1);
            return {};
        }));
    }
    bool intact() { return test::must(verify_trail(*database, vault, nullptr)).findings.empty(); }

    std::unique_ptr<db::Database> database = test::must(db::open_sqlite({.path = ":memory:"}));
    test::TemporaryFolder folder;
    crypto::Vault vault = crypto::Vault::open(folder.file("chaves")).value();
    SystemIdSource ids;
    FixedClock clock{from_ms(1'787'000'000'123)};
};

}  // namespace

TEST_CASE("[TE1] ten thousand changes of one byte, anywhere in the trail, are ten thousand findings") {
    SmallTrail trail;
    REQUIRE(trail.intact());
    std::mt19937 random(20'261'128);
    std::array<std::vector<std::string>, kTargets.size()> rows;
    for (std::size_t i = 0; i < kTargets.size(); ++i) rows[i] = trail.column(std::string("SELECT ") + kTargets[i].key + " FROM " + kTargets[i].table);
    int found = 0;
    for (int i = 0; i < kMutations; ++i) {
        const auto which = random() % kTargets.size();
        const auto& target = kTargets[which];
        const auto& row = rows[which][random() % rows[which].size()];
        const auto original = trail.column(std::string("SELECT ") + target.column + " FROM " + target.table + " WHERE " + target.key + " = $1", {row}).at(0);
        auto changed = original;
        const auto at = random() % changed.size();
        while (changed == original) changed[at] = static_cast<char>(target.binary ? random() % 256 : 33 + random() % 90);
        trail.put(target, row, changed);
        const bool told = !trail.intact();
        CAPTURE(target.table);
        CAPTURE(target.column);
        CHECK(told);
        found += told ? 1 : 0;
        trail.put(target, row, original);
    }
    CHECK(found == kMutations);
    CHECK(trail.intact());
}
