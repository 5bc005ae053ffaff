// SPDX-License-Identifier: Apache-2.0
// Migration 12: the tables that grow with fichas become partitioned on PostgreSQL, and lose nothing.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "platform/db/migrate.hpp"
#include "tests/support/databases.hpp"

using namespace aroeira;
using test::must;

namespace {

constexpr int kVersion = 12;

std::vector<db::Migration> released(bool (*wanted)(int version)) {
    std::vector<db::Migration> list;
    for (const auto& one : db::migrations())
        if (wanted(one.version)) list.push_back(one);
    return list;
}

// Of 40 municípios, so that no partition stays empty.
const std::vector<std::string> kFill{
    R"sql(CREATE TABLE n AS SELECT g AS i, CAST(2800000 + g % 40 AS TEXT) AS m, CAST(gen_random_uuid() AS TEXT) AS u FROM generate_series(1, 2000) g)sql",
    R"sql(INSERT INTO lote_recebido (municipio, id, canal, arquivo, sha256, tamanho, responsavel, ator, situacao, recebido_ms)
          SELECT m, u, 'arquivo', 'a.zip', u, i, 'r', 'a', 'processado', i FROM n)sql",
    R"sql(INSERT INTO lote_parte (municipio, lote, parte, bytes) SELECT m, u, 0, decode(md5(u), 'hex') FROM n)sql",
    R"sql(INSERT INTO ficha (municipio, uuid, versao, atual, lote, posicao, tipo, cnes, competencia, versao_ledi, situacao, depende_catalogo, erros,
                             formato, sha256, conteudo, recebida_ms)
          SELECT m, u, 1 + i % 3, i % 2, u, i, 8, '2269741', '202609', '8.7.0', CASE WHEN i % 5 = 0 THEN 'invalida' ELSE 'valida' END, 0, 0,
                 'thrift', decode(md5(u), 'hex'), decode(md5(u), 'hex'), i FROM n)sql",
    R"sql(INSERT INTO ficha_ilegivel (municipio, lote, posicao, nome, regra, motivo, conteudo, recebida_ms)
          SELECT m, u, i, 'n', 'r', 'm', decode(md5(u), 'hex'), i FROM n)sql",
    R"sql(INSERT INTO recebimento_total (municipio, mes, cnes, lote, tipo, validas, invalidas) SELECT m, '202609', '2269741', u, 8, i, 1 FROM n)sql",
    R"sql(INSERT INTO ficha_enviada (municipio, destino, uuid, versao, lote) SELECT m, 'd', u, 1, u FROM n)sql",
    R"sql(INSERT INTO lote_enviado_parte (municipio, lote, parte, bytes) SELECT m, u, 0, decode(md5(u), 'hex') FROM n)sql",
};
const std::vector<std::string> kTables{"ficha", "ficha_enviada", "ficha_ilegivel", "lote_enviado_parte", "lote_parte", "lote_recebido", "recebimento_total"};

std::vector<std::string> ask(db::Database& database, const std::string& sql) {
    std::vector<std::string> rows;
    must(database.read([&](db::Session& session) -> Result<void> {
        AROEIRA_TRY(rows, session.all(db::Query{"test.ask", sql}, {}, [](const db::Row& row) { return row.string(0); }));
        return {};
    }));
    return rows;
}

/// All that a table is, in words: every row, every column with its default, every constraint, every index.
std::vector<std::string> picture(db::Database& database, const std::string& table) {
    auto all = ask(database, "SELECT CAST(t AS TEXT) FROM " + table + " t ORDER BY 1");
    for (const auto& sql : {
             "SELECT column_name || ' ' || data_type || ' ' || is_nullable || ' ' || COALESCE(column_default, '-') FROM information_schema.columns "
             "WHERE table_schema = current_schema() AND table_name = '" + table + "' ORDER BY ordinal_position",
             "SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = to_regclass('" + table + "') ORDER BY 1",
             "SELECT replace(indexdef, ' ON ONLY ', ' ON ') FROM pg_indexes WHERE schemaname = current_schema() AND tablename = '" + table + "' ORDER BY 1"}) {
        const auto rows = ask(database, sql);
        all.insert(all.end(), rows.begin(), rows.end());
    }
    return all;
}

}  // namespace

TEST_CASE("A database with fichas becomes partitioned with every row, constraint and index it had, in full partitions") {
    const test::Place place(db::Engine::postgres);
    const auto database = place.open();
    must(db::migrate(*database, SystemClock{}, released([](int version) { return version < kVersion; })));
    must(database->write([](db::Session& session) -> Result<void> {
        for (const auto& sql : kFill) AROEIRA_CHECK(session.run(db::Query{"test.fill", sql}));
        return {};
    }));
    std::vector<std::vector<std::string>> before;
    for (const auto& table : kTables) before.push_back(picture(*database, table));
    must(db::migrate(*database, SystemClock{}, released([](int version) { return version <= kVersion; })));
    for (std::size_t i = 0; i < kTables.size(); ++i) {
        INFO(kTables[i]);
        CHECK(before[i].size() > 2000);
        CHECK((picture(*database, kTables[i]) == before[i]));
        CHECK(ask(*database, "SELECT COUNT(DISTINCT tableoid) FROM " + kTables[i]) == std::vector<std::string>{"16"});
    }
    CHECK(ask(*database, "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() AND strpos(table_name, '_inteira') > 0").empty());
    must(db::migrate(*database, SystemClock{}));
    CHECK(db::check_version(*database));
}
