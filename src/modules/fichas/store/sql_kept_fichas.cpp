// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/store/sql_kept_fichas.hpp"

namespace aroeira::fichas {
namespace {

constexpr db::Query kNextLote{"fichas.kept_next_lote", R"sql(
    SELECT MIN(lote) FROM recebimento_total WHERE municipio = $1 AND lote > $2 AND ($3 = '' OR cnes = $3)
)sql"};

constexpr db::Query kOfLote{"fichas.kept_of_lote", R"sql(
    SELECT uuid, versao, posicao, conteudo FROM ficha
     WHERE municipio = $1 AND lote = $2 AND ($3 = '' OR cnes = $3) AND atual = 1
       AND (posicao > $4 OR (posicao = $4 AND uuid > $5))
     ORDER BY posicao, uuid
     LIMIT $6
)sql"};

constexpr db::Query kQuiet{"fichas.quiet_senders", R"sql(
    SELECT remetente, MAX(recebido_ms) FROM lote_recebido
     WHERE remetente <> ''
     GROUP BY remetente
    HAVING MAX(recebido_ms) < $1
     ORDER BY 2, 1
     LIMIT $2
)sql"};

KeptFicha ficha_of(const db::Row& row) { return {row.string(0), row.integer(1), row.integer(2), std::string(row.blob(3))}; }

}  // namespace

Result<std::vector<Remessa>> SqlKeptFichas::quiet_since(Instant before, int limit) {
    return session_.all(kQuiet, {to_ms(before), limit}, [](const db::Row& row) { return Remessa{row.string(0), from_ms(row.integer(1))}; });
}

Result<std::vector<KeptFicha>> SqlKeptFichas::next(const Ibge& municipio, std::string_view cnes, Parada& at, int limit) {
    for (;;) {
        if (!at.lote.empty()) {
            AROEIRA_TRY(auto found, session_.all(kOfLote, {municipio, at.lote, cnes, at.posicao, at.uuid, limit}, ficha_of));
            if (!found.empty()) {
                at.posicao = found.back().posicao;
                at.uuid = found.back().uuid;
                return found;
            }
        }
        AROEIRA_TRY(const auto lote, session_.first(kNextLote, {municipio, at.lote, cnes},
                                                    [](const db::Row& row) { return row.is_null(0) ? std::string() : row.string(0); }));
        if (!lote || lote->empty()) return std::vector<KeptFicha>();
        at = {.lote = *lote};
    }
}

}  // namespace aroeira::fichas
