// SPDX-License-Identifier: Apache-2.0
#include "modules/gestao/store/sql_agenda_store.hpp"

namespace aroeira::gestao {
namespace {

constexpr db::Query kFind{"gestao.find_agenda", "SELECT duracao_min, versao FROM agenda_padrao WHERE municipio = $1"};

constexpr db::Query kPeriodos{"gestao.periodos_of", R"sql(
    SELECT dia, inicio_min, fim_min FROM agenda_padrao_periodo WHERE municipio = $1 ORDER BY dia, inicio_min
)sql"};

constexpr db::Query kInsert{"gestao.insert_agenda", R"sql(
    INSERT INTO agenda_padrao (municipio, duracao_min, versao) VALUES ($1, $2, 1) ON CONFLICT (municipio) DO NOTHING
)sql"};

constexpr db::Query kUpdate{"gestao.update_agenda", R"sql(
    UPDATE agenda_padrao SET duracao_min = $2, versao = versao + 1 WHERE municipio = $1 AND versao = $3
)sql"};

constexpr db::Query kForget{"gestao.forget_periodos", "DELETE FROM agenda_padrao_periodo WHERE municipio = $1"};

constexpr db::Query kAdd{"gestao.add_periodo", R"sql(
    INSERT INTO agenda_padrao_periodo (municipio, dia, inicio_min, fim_min) VALUES ($1, $2, $3, $4)
)sql"};

}  // namespace

Result<AgendaPadrao> SqlAgendaStore::of(const Ibge& municipio) {
    AROEIRA_TRY(auto kept, seen(municipio));
    return std::move(kept.agenda);
}

Result<AgendaSeen> SqlAgendaStore::seen(const Ibge& municipio) {
    AROEIRA_TRY(auto kept, session_.first(kFind, {municipio}, [](const db::Row& row) {
        return AgendaSeen{{.appointment_minutes = static_cast<int>(row.integer(0))}, row.integer(1)};
    }));
    if (!kept) return AgendaSeen{first_agenda(), 0};
    AROEIRA_TRY(kept->agenda.periodos, session_.all(kPeriodos, {municipio}, [](const db::Row& row) {
        return Periodo{static_cast<int>(row.integer(0)), static_cast<int>(row.integer(1)), static_cast<int>(row.integer(2))};
    }));
    return std::move(*kept);
}

Result<bool> SqlAgendaStore::save(const Ibge& municipio, const AgendaPadrao& agenda, std::int64_t seen) {
    AROEIRA_TRY(const auto rows, seen == 0 ? session_.run(kInsert, {municipio, agenda.appointment_minutes})
                                           : session_.run(kUpdate, {municipio, agenda.appointment_minutes, seen}));
    if (rows == 0) return false;
    AROEIRA_CHECK(session_.run(kForget, {municipio}));
    for (const auto& one : agenda.periodos) AROEIRA_CHECK(session_.run(kAdd, {municipio, one.dia, one.from_minutes, one.until_minutes}));
    return true;
}

}  // namespace aroeira::gestao
