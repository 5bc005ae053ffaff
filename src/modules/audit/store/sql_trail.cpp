// SPDX-License-Identifier: Apache-2.0
#include "modules/audit/store/sql_trail.hpp"

namespace aroeira::audit {
namespace {

constexpr db::Query kInsert{"audit.insert", R"sql(
    INSERT INTO evento (municipio, id, instante_ms, evento, ator, endereco, entidade, entidade_id, detalhes)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
)sql"};

}  // namespace

Result<void> SqlTrail::record(const Entry& entry) {
    const Uuid id = ids_.next();
    const std::string_view municipio = entry.municipio ? std::string_view(*entry.municipio) : "";
    AROEIRA_CHECK(session_.run(kInsert, {municipio, id, to_ms(clock_.now()), name_of(entry.event), entry.actor, entry.address,
                                         entry.entity, entry.entity_id, entry.details}));
    return {};
}

}  // namespace aroeira::audit
