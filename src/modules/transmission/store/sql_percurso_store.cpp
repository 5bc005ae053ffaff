// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/store/sql_percurso_store.hpp"

#include <set>

namespace aroeira::transmission {
namespace {

constexpr db::Query kFollowed{"transmission.followed", R"sql(
    SELECT destino FROM envio_percurso WHERE municipio = $1 AND lote = ''
)sql"};

constexpr db::Query kFollow{"transmission.follow", R"sql(
    INSERT INTO envio_percurso (municipio, destino, lote, uuid, posicao, completo) VALUES ($1, $2, '', '', 0, 0)
)sql"};

constexpr db::Query kForget{"transmission.forget", R"sql(
    DELETE FROM envio_percurso WHERE municipio = $1 AND destino = $2
)sql"};

// What was half looked at is looked at again from its beginning: its news may be anywhere in it.
constexpr db::Query kGive{"transmission.give_news", R"sql(
    INSERT INTO envio_percurso (municipio, destino, lote, uuid, posicao, completo) VALUES ($1, $2, $3, '', 0, 0)
    ON CONFLICT (municipio, destino, lote) DO UPDATE SET posicao = 0
)sql"};

constexpr db::Query kWhole{"transmission.whole_walk", R"sql(
    SELECT ate, posicao, uuid FROM envio_percurso WHERE municipio = $1 AND destino = $2 AND lote = '' AND completo = 0
)sql"};

constexpr db::Query kSaveWhole{"transmission.save_whole_walk", R"sql(
    UPDATE envio_percurso SET ate = $3, posicao = $4, uuid = $5, completo = $6 WHERE municipio = $1 AND destino = $2 AND lote = ''
)sql"};

constexpr db::Query kTrechos{"transmission.trechos", R"sql(
    SELECT lote, posicao FROM envio_percurso
     WHERE municipio = $1 AND destino = $2 AND lote > $3
     ORDER BY lote
     LIMIT $4
)sql"};

constexpr db::Query kDone{"transmission.trecho_done", R"sql(
    DELETE FROM envio_percurso WHERE municipio = $1 AND destino = $2 AND lote = $3
)sql"};

constexpr db::Query kPartial{"transmission.trecho_partial", R"sql(
    UPDATE envio_percurso SET posicao = $4 WHERE municipio = $1 AND destino = $2 AND lote = $3
)sql"};

}  // namespace

Result<void> SqlPercursoStore::distribute(const Ibge& municipio, std::span<const std::string> received_lotes,
                                          std::span<const DestinoDoLote> active) {
    AROEIRA_TRY(const auto rows, session_.all(kFollowed, {municipio}, [](const db::Row& row) { return row.string(0); }));
    std::set<std::string, std::less<>> followed(rows.begin(), rows.end());
    for (const auto& destino : active) {
        if (followed.erase(std::string(destino.id.text())) == 0) {
            AROEIRA_CHECK(session_.run(kFollow, {municipio, destino.id}));
            continue;
        }
        for (const auto& lote : received_lotes) AROEIRA_CHECK(session_.run(kGive, {municipio, destino.id, lote}));
    }
    for (const auto& inactive : followed) AROEIRA_CHECK(session_.run(kForget, {municipio, inactive}));
    return {};
}

Result<std::optional<fichas::Parada>> SqlPercursoStore::whole_walk(const Ibge& municipio, const DestinoId& destino) {
    return session_.first(kWhole, {municipio, destino},
                          [](const db::Row& row) { return fichas::Parada{row.string(0), row.integer(1), row.string(2)}; });
}

Result<void> SqlPercursoStore::save_whole_walk(const Ibge& municipio, const DestinoId& destino, const fichas::Parada& last, bool complete) {
    AROEIRA_CHECK(session_.run(kSaveWhole, {municipio, destino, last.lote, last.posicao, last.uuid, complete}));
    return {};
}

Result<std::vector<Trecho>> SqlPercursoStore::trechos(const Ibge& municipio, const DestinoId& destino, std::string_view after, int limit) {
    return session_.all(kTrechos, {municipio, destino, after, limit},
                        [](const db::Row& row) { return Trecho{row.string(0), row.integer(1)}; });
}

Result<void> SqlPercursoStore::save_trechos(const Ibge& municipio, const DestinoId& destino, std::span<const std::string> done,
                                            const std::optional<Trecho>& partial) {
    for (const auto& lote : done) AROEIRA_CHECK(session_.run(kDone, {municipio, destino, lote}));
    if (partial) AROEIRA_CHECK(session_.run(kPartial, {municipio, destino, partial->lote, partial->posicao}));
    return {};
}

}  // namespace aroeira::transmission
