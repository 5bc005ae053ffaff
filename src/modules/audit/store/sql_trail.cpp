// SPDX-License-Identifier: Apache-2.0
#include "modules/audit/store/sql_trail.hpp"

#include "modules/audit/store/audited_database.hpp"
#include "modules/audit/store/chain.hpp"

namespace aroeira::audit {
namespace {

constexpr db::Query kInsert{"audit.insert", R"sql(
    INSERT INTO evento (municipio, id, instante_ms, evento, ator, endereco, entidade, entidade_id, detalhes)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
)sql"};
constexpr db::Query kInsertPending{"audit.insert_pending", R"sql(
    INSERT INTO evento_pendente (municipio, id, resumo) VALUES ($1, $2, $3)
)sql"};

}  // namespace

Result<void> SqlTrail::record(const Entry& entry) {
    hear(session_, entry);
    const Uuid id = ids_.next();
    const std::string_view municipio = entry.municipio ? std::string_view(*entry.municipio) : "";
    const EventRow event{municipio, id.text(), to_ms(clock_.now()), name_of(entry.event), entry.actor, entry.address,
                         entry.entity, entry.entity_id, entry.details};
    AROEIRA_CHECK(session_.run(kInsert, {municipio, id, event.instant_ms, event.event, event.actor, event.address,
                                         event.entity, event.entity_id, event.details}));
    // The link is laid later (`Sealer`): an end of the chain that every writer moved would make them wait in line.
    const auto digest = digest_of(event);
    AROEIRA_CHECK(session_.run(kInsertPending, {municipio, id, db::Blob{bytes_of(digest)}}));
    return {};
}

}  // namespace aroeira::audit
