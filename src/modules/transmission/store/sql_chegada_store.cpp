// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/store/sql_chegada_store.hpp"

namespace aroeira::transmission {
namespace {

constexpr db::Query kFind{"transmission.find_chegada", R"sql(
    SELECT credencial, remetente, remetente_nome, remetente_tipo, versao, numero, fichas, tamanho, sha256, recebidos, partes,
           vista_ms, confirmado_ms
      FROM chegada
     WHERE municipio = $1 AND lote = $2
)sql"};

constexpr db::Query kInsert{"transmission.insert_chegada", R"sql(
    INSERT INTO chegada (municipio, lote, credencial, remetente, remetente_nome, remetente_tipo, versao, numero, fichas, tamanho,
                         sha256, vista_ms)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
)sql"};

constexpr db::Query kRenew{"transmission.renew_chegada", R"sql(
    UPDATE chegada SET credencial = $3, vista_ms = $4 WHERE municipio = $1 AND lote = $2
)sql"};

constexpr db::Query kAdvance{"transmission.advance_chegada", R"sql(
    UPDATE chegada SET recebidos = recebidos + $4, partes = partes + 1, vista_ms = $5
     WHERE municipio = $1 AND lote = $2 AND recebidos = $3 AND confirmado_ms IS NULL
)sql"};

constexpr db::Query kConfirm{"transmission.confirm_chegada", R"sql(
    UPDATE chegada SET confirmado_ms = $3 WHERE municipio = $1 AND lote = $2
)sql"};

constexpr db::Query kRemove{"transmission.remove_chegada", R"sql(
    DELETE FROM chegada WHERE municipio = $1 AND lote = $2
)sql"};

constexpr db::Query kCountOpen{"transmission.count_open_chegadas", R"sql(
    SELECT COUNT(*) FROM chegada WHERE confirmado_ms IS NULL AND credencial = $1
)sql"};

constexpr db::Query kCountActive{"transmission.count_active_chegadas", R"sql(
    SELECT COUNT(*) FROM chegada WHERE confirmado_ms IS NULL AND vista_ms >= $1
)sql"};

constexpr db::Query kAbandoned{"transmission.abandoned_chegadas", R"sql(
    SELECT municipio, lote FROM chegada WHERE confirmado_ms IS NULL AND vista_ms < $1 ORDER BY vista_ms LIMIT $2
)sql"};

std::int64_t number_of(const db::Row& row) { return row.integer(0); }

Chegada chegada_of(const db::Row& row, const Ibge& municipio, const fichas::LoteId& lote) {
    Chegada chegada{.anuncio = {.lote = lote, .municipio = municipio}};
    auto& anuncio = chegada.anuncio;
    chegada.credencial = row.string(0);
    anuncio.remetente = {row.string(1), row.string(2), row.string(3), row.string(4)};
    anuncio.numero = row.integer(5);
    anuncio.fichas = row.integer(6);
    anuncio.tamanho = row.integer(7);
    anuncio.sha256 = row.string(8);
    chegada.recebidos = row.integer(9);
    chegada.partes = row.integer(10);
    chegada.vista = from_ms(row.integer(11));
    if (!row.is_null(12)) chegada.confirmado = from_ms(row.integer(12));
    return chegada;
}

}  // namespace

Result<std::optional<Chegada>> SqlChegadaStore::find(const Ibge& municipio, const fichas::LoteId& lote) {
    return session_.first(kFind, {municipio, lote}, [&](const db::Row& row) { return chegada_of(row, municipio, lote); });
}

Result<void> SqlChegadaStore::insert(const Chegada& chegada) {
    const auto& a = chegada.anuncio;
    AROEIRA_CHECK(session_.run(kInsert, {a.municipio, a.lote, chegada.credencial, a.remetente.instalacao, a.remetente.nome, a.remetente.tipo,
                                         a.remetente.versao, a.numero, a.fichas, a.tamanho, a.sha256, to_ms(chegada.vista)}));
    return {};
}

Result<void> SqlChegadaStore::renew(const Ibge& municipio, const fichas::LoteId& lote, std::string_view credencial, Instant at) {
    AROEIRA_CHECK(session_.run(kRenew, {municipio, lote, credencial, to_ms(at)}));
    return {};
}

Result<bool> SqlChegadaStore::advance(const Ibge& municipio, const fichas::LoteId& lote, std::int64_t from, std::int64_t bytes, Instant at) {
    AROEIRA_TRY(const auto moved, session_.run(kAdvance, {municipio, lote, from, bytes, to_ms(at)}));
    return moved != 0;
}

Result<void> SqlChegadaStore::confirm(const Ibge& municipio, const fichas::LoteId& lote, Instant at) {
    AROEIRA_CHECK(session_.run(kConfirm, {municipio, lote, to_ms(at)}));
    return {};
}

Result<void> SqlChegadaStore::remove(const Ibge& municipio, const fichas::LoteId& lote) {
    AROEIRA_CHECK(session_.run(kRemove, {municipio, lote}));
    return {};
}

Result<std::int64_t> SqlChegadaStore::count_open(std::string_view credencial) {
    AROEIRA_TRY(const auto count, session_.first(kCountOpen, {credencial}, number_of));
    return count.value_or(0);
}

Result<std::int64_t> SqlChegadaStore::count_active(Instant since) {
    AROEIRA_TRY(const auto count, session_.first(kCountActive, {to_ms(since)}, number_of));
    return count.value_or(0);
}

Result<std::vector<ChegadaStore::Key>> SqlChegadaStore::abandoned(Instant before, int limit) {
    return session_.all(kAbandoned, {to_ms(before), limit}, [](const db::Row& row) {
        return Key{Ibge::parse(row.text(0)).value(), fichas::LoteId::parse(row.text(1)).value()};
    });
}

}  // namespace aroeira::transmission
