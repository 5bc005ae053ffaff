// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/store/sql_sincronia_store.hpp"

namespace aroeira::transmission {
namespace {

// A lote that went as a file was synchronised when it was saved; 0 stands for never.
constexpr db::Query kQuietDestinos{"transmission.quiet_destinos", R"sql(
    SELECT nome, ultima_ms, primeiro_ms
      FROM (SELECT d.id, d.nome,
                   MAX(COALESCE(l.enviado_ms, (SELECT MAX(h.instante_ms) FROM lote_enviado_historico h
                                                WHERE h.municipio = l.municipio AND h.lote = l.id AND h.ato = 'salvo'), 0)) AS ultima_ms,
                   MIN(l.criado_ms) AS primeiro_ms
              FROM destino d JOIN lote_enviado l ON l.destino = d.id
             WHERE d.removido = 0 AND d.ativo = 1
             GROUP BY d.id, d.nome) x
     WHERE (CASE WHEN ultima_ms > 0 THEN ultima_ms ELSE primeiro_ms END) < $1
     ORDER BY (CASE WHEN ultima_ms > 0 THEN ultima_ms ELSE primeiro_ms END), nome
     LIMIT $2
)sql"};

constexpr db::Query kNameOfSender{"transmission.name_of_sender", R"sql(
    SELECT remetente_nome FROM chegada WHERE remetente = $1 ORDER BY vista_ms DESC LIMIT 1
)sql"};

}  // namespace

Result<std::vector<Sincronia>> SqlSincroniaStore::quiet_destinos(Instant before, int limit) {
    return session_.all(kQuietDestinos, {to_ms(before), limit}, [](const db::Row& row) {
        const bool nunca = row.integer(1) == 0;
        return Sincronia{Lado::destino, row.string(0), from_ms(row.integer(nunca ? 2 : 1)), nunca};
    });
}

Result<std::string> SqlSincroniaStore::name_of_sender(std::string_view instalacao) {
    AROEIRA_TRY(auto found, session_.first(kNameOfSender, {instalacao}, [](const db::Row& row) { return row.string(0); }));
    return std::move(found).value_or("");
}

}  // namespace aroeira::transmission
