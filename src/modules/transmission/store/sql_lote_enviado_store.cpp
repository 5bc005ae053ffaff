// SPDX-License-Identifier: Apache-2.0
// What is written: lotes, their bytes, their fichas and their history.
#include "modules/transmission/store/sql_lote_enviado_store.hpp"

#include <array>
#include <set>

#include "modules/transmission/store/parts.hpp"

namespace aroeira::transmission {
namespace {

constexpr std::size_t kLookup = 100;  // uuids asked for in one statement

constexpr db::Query kDestinos{"transmission.destinos", R"sql(
    SELECT id, nome, endereco FROM destino WHERE ativo = 1 AND removido = 0 ORDER BY id
)sql"};

// One text with a hundred placeholders, so that it is prepared once. Unused places repeat the first uuid.
const std::string& sent_sql() {
    static const std::string sql = [] {
        std::string text = "SELECT uuid, versao FROM ficha_enviada WHERE municipio = $1 AND destino = $2 AND uuid IN (";
        for (std::size_t i = 0; i < kLookup; ++i) text += (i ? ", $" : "$") + std::to_string(i + 3);
        return text + ")";
    }();
    return sql;
}

constexpr db::Query kNextNumero{"transmission.next_numero", R"sql(
    INSERT INTO lote_enviado_numero (sequencia, ultimo) VALUES ('instalacao', 1)
    ON CONFLICT (sequencia) DO UPDATE SET ultimo = lote_enviado_numero.ultimo + 1
    RETURNING ultimo
)sql"};

constexpr db::Query kInsert{"transmission.insert_lote", R"sql(
    INSERT INTO lote_enviado (municipio, id, destino, numero, situacao, fichas, sha256, tamanho, criado_ms, responsavel, ator)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
)sql"};

constexpr db::Query kInsertPart{"transmission.insert_part", R"sql(
    INSERT INTO lote_enviado_parte (municipio, lote, parte, bytes) VALUES ($1, $2, $3, $4)
)sql"};

constexpr std::array<std::string_view, 7> kFichaColumns{"municipio", "destino", "uuid", "versao", "lote", "posicao", "sha256"};

constexpr db::Query kAddToHistory{"transmission.add_to_history", R"sql(
    INSERT INTO lote_enviado_historico (municipio, lote, id, ato, instante_ms, responsavel, ator, detalhe)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
)sql"};

constexpr db::Query kSetSituacao{"transmission.set_situacao", R"sql(
    UPDATE lote_enviado SET situacao = $3 WHERE municipio = $1 AND id = $2
)sql"};

}  // namespace

Result<std::vector<DestinoDoLote>> SqlLoteEnviadoStore::destinos() {
    std::vector<DestinoDoLote> all;
    Result<void> parsed;
    AROEIRA_CHECK(session_.each(kDestinos, {}, [&](const db::Row& row) {
        auto id = DestinoId::parse(row.text(0));
        if (id) all.push_back({.id = *id, .nome = row.string(1), .online = !row.text(2).empty()});
        else parsed = std::move(id).error();
        return parsed.has_value();
    }));
    AROEIRA_CHECK(parsed);
    return all;
}

Result<std::vector<fichas::FichaKey>> SqlLoteEnviadoStore::not_sent(const Ibge& municipio, const DestinoId& destino,
                                                                    std::span<const fichas::FichaKey> fichas) {
    std::set<fichas::FichaKey> sent;
    const db::Query query{"transmission.sent", sent_sql()};
    std::array<db::Value, kLookup + 2> params;
    params[0] = municipio;
    params[1] = destino;
    for (std::size_t from = 0; from < fichas.size(); from += kLookup) {
        for (std::size_t i = 0; i < kLookup; ++i) params[i + 2] = fichas[from + i < fichas.size() ? from + i : from].uuid;
        AROEIRA_CHECK(session_.each(query, db::Session::Params(params), [&](const db::Row& row) {
            sent.insert({row.string(0), row.integer(1)});
            return true;
        }));
    }
    std::vector<fichas::FichaKey> pending;
    for (const auto& one : fichas)
        if (!sent.contains(one)) pending.push_back(one);
    return pending;
}

Result<std::int64_t> SqlLoteEnviadoStore::next_numero() {
    AROEIRA_TRY(const auto numero, session_.first(kNextNumero, {}, [](const db::Row& row) { return row.integer(0); }));
    INVARIANT(numero, "RETURNING gives the row it wrote");
    return *numero;
}

Result<void> SqlLoteEnviadoStore::insert(const LoteEnviado& lote, std::span<const Packed> fichas, std::string_view zip) {
    AROEIRA_CHECK(session_.run(kInsert, {lote.municipio, lote.id, lote.destino.id, lote.numero, name_of(lote.situacao), lote.fichas,
                                         lote.sha256, lote.tamanho, to_ms(lote.criado), lote.responsavel, lote.ator}));
    AROEIRA_CHECK(insert_parts(lote, zip));
    return insert_fichas(lote, fichas);
}

Result<void> SqlLoteEnviadoStore::insert_parts(const LoteEnviado& lote, std::string_view zip) {
    int number = 0;
    for (std::size_t from = 0; from < zip.size(); from += kPartBytes)
        AROEIRA_CHECK(session_.run(kInsertPart, {lote.municipio, lote.id, number++, db::Blob{zip.substr(from, kPartBytes)}}));
    return {};
}

Result<void> SqlLoteEnviadoStore::insert_fichas(const LoteEnviado& lote, std::span<const Packed> fichas) {
    AROEIRA_TRY(auto bulk, session_.bulk({"ficha_enviada", kFichaColumns}));
    std::int64_t position = 0;
    for (const auto& one : fichas) {
        const std::array<db::Value, kFichaColumns.size()> row{lote.municipio, lote.destino.id, one.key.uuid,        one.key.versao,
                                                              lote.id,        position++,      db::Blob{one.sha256}};
        AROEIRA_CHECK(bulk->add(row));
    }
    return bulk->finish();
}

Result<void> SqlLoteEnviadoStore::add_to_history(const Ibge& municipio, const LoteEnviadoId& lote, const LinhaDoHistorico& line) {
    AROEIRA_CHECK(session_.run(kAddToHistory, {municipio, lote, line.id, name_of(line.ato), to_ms(line.em), line.responsavel, line.ator,
                                              line.detalhe}));
    return {};
}

Result<void> SqlLoteEnviadoStore::set_situacao(const Ibge& municipio, const LoteEnviadoId& lote, SituacaoEnvio situacao) {
    AROEIRA_CHECK(session_.run(kSetSituacao, {municipio, lote, name_of(situacao)}));
    return {};
}

}  // namespace aroeira::transmission
