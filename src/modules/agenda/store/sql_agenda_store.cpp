// SPDX-License-Identifier: Apache-2.0
#include "modules/agenda/store/sql_agenda_store.hpp"

namespace aroeira::agenda {
namespace {

constexpr db::Query kFind{"agenda.find", "SELECT versao FROM agenda WHERE municipio = $1 AND lotacao = $2"};
constexpr db::Query kPeriodos{"agenda.periodos", R"sql(
    SELECT dia, inicio_min, fim_min FROM agenda_periodo WHERE municipio = $1 AND lotacao = $2 ORDER BY dia, inicio_min
)sql"};
constexpr db::Query kInsert{"agenda.insert", "INSERT INTO agenda (municipio, lotacao, versao) VALUES ($1, $2, 1) ON CONFLICT (municipio, lotacao) DO NOTHING"};
constexpr db::Query kUpdate{"agenda.update", "UPDATE agenda SET versao = versao + 1 WHERE municipio = $1 AND lotacao = $2 AND versao = $3"};
constexpr db::Query kForgetPeriodos{"agenda.forget_periodos", "DELETE FROM agenda_periodo WHERE municipio = $1 AND lotacao = $2"};
constexpr db::Query kAddPeriodo{"agenda.add_periodo",
    "INSERT INTO agenda_periodo (municipio, lotacao, dia, inicio_min, fim_min) VALUES ($1, $2, $3, $4, $5)"};

constexpr db::Query kFechamentos{"agenda.fechamentos", R"sql(
    SELECT id, inicio, fim, motivo, especificacao, criado_ms FROM agenda_fechamento
     WHERE municipio = $1 AND lotacao = $2 ORDER BY inicio DESC, id LIMIT $3
)sql"};
constexpr db::Query kClosedIn{"agenda.closed_in", R"sql(
    SELECT 1 FROM agenda_fechamento WHERE municipio = $1 AND lotacao = $2 AND inicio <= $4 AND fim >= $3 LIMIT 1
)sql"};
constexpr db::Query kAddFechamento{"agenda.add_fechamento", R"sql(
    INSERT INTO agenda_fechamento (municipio, id, lotacao, inicio, fim, motivo, especificacao, criado_ms) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
)sql"};
constexpr db::Query kRemoveFechamento{"agenda.remove_fechamento", "DELETE FROM agenda_fechamento WHERE municipio = $1 AND id = $2 AND lotacao = $3"};

constexpr db::Query kOnline{"agenda.online", "SELECT versao FROM agenda_online WHERE municipio = $1 AND lotacao = $2"};
constexpr db::Query kHorarios{"agenda.horarios", R"sql(
    SELECT dia, inicio_min FROM agenda_online_horario WHERE municipio = $1 AND lotacao = $2 ORDER BY dia, inicio_min
)sql"};
constexpr db::Query kInsertOnline{"agenda.insert_online",
    "INSERT INTO agenda_online (municipio, lotacao, versao) VALUES ($1, $2, 1) ON CONFLICT (municipio, lotacao) DO NOTHING"};
constexpr db::Query kUpdateOnline{"agenda.update_online", "UPDATE agenda_online SET versao = versao + 1 WHERE municipio = $1 AND lotacao = $2 AND versao = $3"};
constexpr db::Query kForgetHorarios{"agenda.forget_horarios", "DELETE FROM agenda_online_horario WHERE municipio = $1 AND lotacao = $2"};
constexpr db::Query kAddHorario{"agenda.add_horario", "INSERT INTO agenda_online_horario (municipio, lotacao, dia, inicio_min) VALUES ($1, $2, $3, $4)"};

constexpr db::Query kForget{"agenda.forget", "DELETE FROM agenda WHERE municipio = $1 AND lotacao = $2"};
constexpr db::Query kForgetOnline{"agenda.forget_online", "DELETE FROM agenda_online WHERE municipio = $1 AND lotacao = $2"};
constexpr db::Query kForgetFechamentos{"agenda.forget_fechamentos", "DELETE FROM agenda_fechamento WHERE municipio = $1 AND lotacao = $2"};

std::int64_t number_in(const db::Row& row) { return row.integer(0); }
int minutes_in(const db::Row& row, int column) { return static_cast<int>(row.integer(column)); }

Error faster() {
    return {ErrorKind::conflict, "AGENDA-0003",
            "Outra pessoa alterou esta agenda enquanto você a editava. Nada foi gravado: confira o que mudou e salve de novo."};
}

}  // namespace

Result<std::optional<Configuracao>> SqlAgendaStore::find(const Ibge& municipio, std::string_view lotacao) {
    AROEIRA_TRY(const auto versao, session_.first(kFind, {municipio, lotacao}, number_in));
    if (!versao) return std::optional<Configuracao>();
    Configuracao found{.versao = *versao};
    AROEIRA_TRY(found.periodos, session_.all(kPeriodos, {municipio, lotacao}, [](const db::Row& row) {
        return Periodo{minutes_in(row, 0), minutes_in(row, 1), minutes_in(row, 2)};
    }));
    return std::optional(std::move(found));
}

Result<void> SqlAgendaStore::save(const Ibge& municipio, std::string_view lotacao, const Configuracao& chosen) {
    AROEIRA_TRY(const auto rows, chosen.versao == 0 ? session_.run(kInsert, {municipio, lotacao}) : session_.run(kUpdate, {municipio, lotacao, chosen.versao}));
    if (rows == 0) return faster();
    AROEIRA_CHECK(session_.run(kForgetPeriodos, {municipio, lotacao}));
    for (const auto& one : chosen.periodos) AROEIRA_CHECK(session_.run(kAddPeriodo, {municipio, lotacao, one.dia, one.from_minutes, one.until_minutes}));
    return {};
}

Result<std::vector<Fechamento>> SqlAgendaStore::fechamentos(const Ibge& municipio, std::string_view lotacao) {
    return session_.all(kFechamentos, {municipio, lotacao, kFechamentosMax}, [](const db::Row& row) {
        return Fechamento{FechamentoId::parse(row.text(0)).value(), row.string(1), row.string(2), motivo_of(row.text(3)).value_or(Motivo::outro),
                          row.string(4), from_ms(row.integer(5))};
    });
}

Result<bool> SqlAgendaStore::closed_in(const Ibge& municipio, std::string_view lotacao, std::string_view inicio, std::string_view fim) {
    AROEIRA_TRY(const auto found, session_.first(kClosedIn, {municipio, lotacao, inicio, fim}, number_in));
    return found.has_value();
}

Result<void> SqlAgendaStore::insert(const Ibge& municipio, std::string_view lotacao, const Fechamento& one) {
    AROEIRA_CHECK(session_.run(kAddFechamento, {municipio, one.id.text(), lotacao, one.inicio, one.fim, name_of(one.motivo), one.especificacao, to_ms(one.criado)}));
    return {};
}

Result<bool> SqlAgendaStore::remove(const Ibge& municipio, std::string_view lotacao, const FechamentoId& id) {
    AROEIRA_TRY(const auto rows, session_.run(kRemoveFechamento, {municipio, id.text(), lotacao}));
    return rows > 0;
}

Result<Online> SqlAgendaStore::online(const Ibge& municipio, std::string_view lotacao) {
    Online found;
    AROEIRA_TRY(const auto versao, session_.first(kOnline, {municipio, lotacao}, number_in));
    found.versao = versao.value_or(0);
    AROEIRA_TRY(found.horarios, session_.all(kHorarios, {municipio, lotacao}, [](const db::Row& row) { return Horario{minutes_in(row, 0), minutes_in(row, 1)}; }));
    return found;
}

Result<void> SqlAgendaStore::save_online(const Ibge& municipio, std::string_view lotacao, const Online& chosen) {
    AROEIRA_TRY(const auto rows, chosen.versao == 0 ? session_.run(kInsertOnline, {municipio, lotacao})
                                                    : session_.run(kUpdateOnline, {municipio, lotacao, chosen.versao}));
    if (rows == 0) return faster();
    AROEIRA_CHECK(session_.run(kForgetHorarios, {municipio, lotacao}));
    for (const auto& one : chosen.horarios) AROEIRA_CHECK(session_.run(kAddHorario, {municipio, lotacao, one.dia, one.minutos}));
    return {};
}

Result<void> SqlAgendaStore::forget(const Ibge& municipio, std::string_view lotacao) {
    for (const auto* query : {&kForget, &kForgetPeriodos, &kForgetOnline, &kForgetHorarios, &kForgetFechamentos})
        AROEIRA_CHECK(session_.run(*query, {municipio, lotacao}));
    return {};
}

}  // namespace aroeira::agenda
