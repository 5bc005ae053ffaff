// SPDX-License-Identifier: Apache-2.0
// Fichas are found by uuid, on SQLite through keys the program keeps: none is lost, none is in two levels, none is looked
// for by reading a table.
#include "modules/fichas/store/ficha_keys.hpp"

#include <array>
#include <random>
#include <set>

#include "base/ids.hpp"
#include "modules/fichas/store/sql_ficha_store.hpp"
#include "modules/fichas/store/sql_ficha_verdicts.hpp"
#include "modules/fichas/store/sql_valid_fichas.hpp"
#include "platform/db/catalogue.hpp"
#include "platform/db/migrate.hpp"
#include "platform/db/text_key.hpp"
#include "tests/support/explained.hpp"

using namespace aroeira;
using namespace aroeira::fichas;

namespace {

const Ibge kMunicipio = Ibge::parse("2800308").value();
const Recebimento kWhen{from_ms(1'790'000'000'000), "202609"};

std::vector<FichaAvaliada> fichas_of(const std::vector<std::string>& uuids, const std::string& bytes, std::int64_t from = 0) {
    std::vector<FichaAvaliada> all;
    for (const auto& uuid : uuids) {
        FichaAvaliada f;
        f.nome = "ficha.esus";
        f.posicao = from++;
        f.conteudo = bytes;
        f.uuid = uuid;
        f.tipo = 8;
        f.cnes = "2269741";
        f.competencia = "202609";
        f.versao_ledi = "8.7.0";
        f.situacao = Situacao::valida;
        f.sha256 = bytes + std::string(32 - bytes.size(), '#');
        all.push_back(std::move(f));
    }
    return all;
}

Result<Contagem> keep(db::Session& session, const LoteId& lote, const std::vector<FichaAvaliada>& fichas) {
    return SqlFichaStore(session).keep(kMunicipio, lote, kWhen, fichas, nullptr);
}

Contagem keep(db::Database& database, const LoteId& lote, const std::vector<FichaAvaliada>& fichas) {
    Contagem count;
    test::must(database.write([&](db::Session& session) -> Result<void> {
        AROEIRA_TRY(count, keep(session, lote, fichas));
        return {};
    }));
    return count;
}

void change(db::Database& database, const std::string& sql) {
    test::must(database.write([&](db::Session& session) -> Result<void> {
        AROEIRA_CHECK(session.run({"test.change", sql}));
        return {};
    }));
}

std::int64_t number(db::Database& database, const std::string& sql) {
    std::int64_t found = -1;
    test::must(database.read([&](db::Session& session) -> Result<void> {
        AROEIRA_TRY(const auto first, session.first({"test.number", sql}, {}, [](const db::Row& row) { return row.integer(0); }));
        found = first.value_or(-1);
        return {};
    }));
    return found;
}

/// Every version of every ficha is there once and found by its uuid.
void check_found(db::Database& database, std::int64_t rows) {
    CHECK(number(database, "SELECT COUNT(*) FROM ficha") == rows);
    CHECK(number(database, "SELECT COUNT(*) FROM (SELECT 1 FROM ficha GROUP BY municipio, uuid, versao HAVING COUNT(*) > 1) d") == 0);
    std::int64_t found = 0;
    test::must(database.read([&](db::Session& session) {
        return session.each({"test.found", "SELECT chave, uuid FROM ficha_por_uuid"}, {}, [&](const db::Row& row) {
            CHECK(row.integer(0) == db::text_key(row.text(1)));
            ++found;
            return true;
        });
    }));
    CHECK(found == rows);
    if (database.engine() != db::Engine::sqlite) return;
    CHECK(number(database, "SELECT (SELECT COUNT(*) FROM ficha_chave) + (SELECT COUNT(*) FROM ficha_chave_recente)") == rows);
}

}  // namespace

TEST_CASE("Recent keys settle as others come, sweep after sweep, and every ficha is found, its repetition and its new version too") {
    test::for_each_engine([](db::Database& database) {
        const bool sqlite = database.engine() == db::Engine::sqlite;
        // As many as may be recent, as far as the sweep knows, so that it does not wait for them.
        if (sqlite) change(database, "UPDATE ficha_chave_total SET recentes = " + std::to_string(recent_keys_max(0)));
        SystemIdSource ids;
        std::vector<std::string> all;
        for (int i = 0; i < 6'000; ++i) all.push_back("2269741-" + std::string(ids.next().text()));
        std::mt19937 random(2026);
        std::shuffle(all.begin(), all.end(), random);
        const auto lote = ids.make<Lote>();
        std::int64_t rows = 0;
        for (std::size_t from = 0; from < all.size(); from += 600) {
            const std::vector<std::string> block(all.begin() + static_cast<std::ptrdiff_t>(from), all.begin() + static_cast<std::ptrdiff_t>(from) + 600);
            CHECK(keep(database, lote, fichas_of(block, "um", rows)).validas == 600);
            CHECK(keep(database, lote, fichas_of(block, "um", rows)).repetidas == 600);
            rows += 600;
        }
        check_found(database, rows);
        CHECK(keep(database, lote, fichas_of(all, "um")).repetidas == 6'000);
        const std::vector<std::string> again(all.begin(), all.begin() + 1'000);
        CHECK(keep(database, ids.make<Lote>(), fichas_of(again, "dois")).validas == 1'000);
        check_found(database, rows + 1'000);
        CHECK(number(database, "SELECT COUNT(*) FROM ficha WHERE atual = 1") == 6'000);
        CHECK(number(database, "SELECT COUNT(*) FROM ficha WHERE versao = 2 AND atual = 1") == 1'000);
        if (!sqlite) return;
        const auto recent = number(database, "SELECT COUNT(*) FROM ficha_chave_recente");
        const auto settled = number(database, "SELECT COUNT(*) FROM ficha_chave");
        CHECK(recent + settled == rows + 1'000);
        CHECK(settled > 5'000);
        CHECK(number(database, "SELECT recentes FROM ficha_chave_total") == recent + recent_keys_max(0));
        CHECK(number(database, "SELECT anteriores FROM ficha_chave_total") == settled);
    });
}

TEST_CASE("Fichas whose transaction is undone leave no key, and are kept when they come again") {
    test::for_each_engine([](db::Database& database) {
        SystemIdSource ids;
        const auto lote = ids.make<Lote>();
        const auto block = fichas_of({"uuid-a", "uuid-b", "uuid-c"}, "um");
        CHECK_FALSE(database.write([&](db::Session& session) -> Result<void> {
            AROEIRA_CHECK(keep(session, lote, block));
            return Error{ErrorKind::unavailable, "DB-0004", "Caiu."};
        }));
        check_found(database, 0);
        CHECK(keep(database, lote, block).validas == 3);
        check_found(database, 3);
    });
}

TEST_CASE("The keys of a restored database are made again from its fichas") {
    const test::Place place(db::Engine::sqlite);
    const auto database = place.open();
    test::must(db::migrate(*database, SystemClock{}));
    SystemIdSource ids;
    keep(*database, ids.make<Lote>(), fichas_of({"uuid-a", "uuid-b", "uuid-c"}, "um"));
    change(*database, "DELETE FROM ficha_chave_recente");
    change(*database, "UPDATE ficha_chave_total SET recentes = 7");
    test::must(database->write([](db::Session& session) { return db::refill_derived(session, session.engine(), db::derived()); }));
    check_found(*database, 3);
    CHECK(number(*database, "SELECT recentes * 10 + anteriores FROM ficha_chave_total") == 3);
    CHECK(keep(*database, ids.make<Lote>(), fichas_of({"uuid-b", "uuid-d"}, "um")).repetidas == 1);
    check_found(*database, 4);
}

TEST_CASE("Two fichas whose uuids share a key are told apart") {
    const test::Place place(db::Engine::sqlite);
    const auto database = place.open();
    test::must(db::migrate(*database, SystemClock{}));
    SystemIdSource ids;
    const auto lote = ids.make<Lote>();
    keep(*database, lote, fichas_of({"uuid-a", "uuid-b"}, "um"));
    // As if both had the key of the first: SHA-256 gives no such pair to try with.
    change(*database, "UPDATE ficha_chave_recente SET chave = text_key('uuid-a')");
    CHECK(keep(*database, lote, fichas_of({"uuid-a"}, "um", 5)).repetidas == 1);
    test::must(database->read([&](db::Session& session) -> Result<void> {
        AROEIRA_TRY(const auto found, SqlFichaStore(session).find_ficha(kMunicipio, "uuid-a"));
        CHECK(found.size() == 1);
        return {};
    }));
}

TEST_CASE("What looks for fichas by uuid, and what walks all of them, goes by an index on both engines") {
    test::for_each_engine([](db::Database& database) {
        SystemIdSource ids;
        const auto lote = ids.make<Lote>();
        keep(database, lote, fichas_of({"uuid-a", "uuid-b"}, "um"));
        test::must(database.write([&](db::Session& session) -> Result<void> {
            test::Explained explained(session);
            SqlFichaStore store(explained);
            SqlValidFichas valid(explained);
            AROEIRA_CHECK(keep(explained, lote, fichas_of({"uuid-a"}, "dois", 7)));
            AROEIRA_CHECK(store.find_ficha(kMunicipio, "uuid-a"));
            AROEIRA_CHECK(store.read_original(kMunicipio, "uuid-a", std::nullopt));
            const std::array<SentFicha, 1> sent{SentFicha{"uuid-a", std::string(32, '#')}};
            AROEIRA_CHECK(SqlFichaVerdicts(explained).of(kMunicipio, sent));
            const std::array<FichaKey, 1> keys{FichaKey{"uuid-a", 2}};
            AROEIRA_CHECK(valid.contents_of(kMunicipio, keys));
            AROEIRA_CHECK(store.pending_after(kMunicipio, {}, 10));
            AROEIRA_TRY(const auto first, store.valid_after(kMunicipio, {}, 10));
            AROEIRA_CHECK(valid.after(kMunicipio, {}, 10));
            AROEIRA_CHECK(store.change_verdict(kMunicipio, first.at(0), "202609", fichas_of({"uuid-b"}, "um").front()));
            const bool sqlite = database.engine() == db::Engine::sqlite;
            for (const auto* const name : {"fichas.look_up", "fichas.find", "fichas.original", "fichas.verdicts", "fichas.valid_contents"}) {
                const auto plan = explained.plan_of(name);
                INFO(name, ":\n", plan);
                for (const auto* const step : sqlite ? std::vector{"SEARCH c USING PRIMARY KEY (chave=?)", "SEARCH f USING INTEGER PRIMARY KEY (rowid=?)"}
                                                     : std::vector{"Index Scan using ficha_", "Index Cond", "(uuid = "})
                    CHECK(plan.find(step) != plan.npos);
                CHECK(plan.find("SCAN c") == plan.npos);
                CHECK(plan.find("SCAN f") == plan.npos);
                CHECK(plan.find("Seq Scan") == plan.npos);
            }
            for (const auto* const name : {"fichas.retire", "fichas.change_verdict", "fichas.pending", "fichas.valid", "fichas.valid_keys"}) {
                const auto plan = explained.plan_of(name);
                INFO(name, ":\n", plan);
                CHECK(plan.find(sqlite ? "SEARCH ficha USING INDEX ficha_" : "Index Scan using ficha_") != plan.npos);
                CHECK(plan.find("SCAN") == plan.npos);
                CHECK(plan.find("Seq Scan") == plan.npos);
            }
            if (!sqlite) return {};
            CHECK(explained.plan_of("fichas.add_keys").starts_with("SEARCH ficha USING INTEGER PRIMARY KEY (rowid>?)"));
            return {};
        }));
    });
}
