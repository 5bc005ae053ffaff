// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/store/sql_agenda_store.hpp"

namespace aroeira::transmission {
namespace {

constexpr db::Query kFind{"transmission.find_agendamento", R"sql(
    SELECT minuto_ms, admitido_ms FROM agendamento WHERE credencial = $1
)sql"};

constexpr db::Query kGive{"transmission.give_minute", R"sql(
    INSERT INTO agendamento (credencial, minuto_ms) VALUES ($1, $2)
    ON CONFLICT (credencial) DO UPDATE SET minuto_ms = excluded.minuto_ms, admitido_ms = NULL
)sql"};

constexpr db::Query kAdmit{"transmission.admit_in_minute", R"sql(
    UPDATE agendamento SET admitido_ms = $2 WHERE credencial = $1 AND admitido_ms IS NULL
)sql"};

constexpr db::Query kRemove{"transmission.remove_agendamento", R"sql(
    DELETE FROM agendamento WHERE credencial = $1
)sql"};

constexpr db::Query kExpected{"transmission.count_expected", R"sql(
    SELECT COUNT(*) FROM agendamento WHERE minuto_ms > $1 AND minuto_ms <= $2 AND admitido_ms IS NULL
)sql"};

constexpr db::Query kGiven{"transmission.given_minutes", R"sql(
    SELECT minuto_ms, COUNT(*) FROM agendamento WHERE minuto_ms > $1 GROUP BY minuto_ms ORDER BY minuto_ms
)sql"};

constexpr db::Query kForget{"transmission.forget_minutes", R"sql(
    DELETE FROM agendamento WHERE minuto_ms < $1
)sql"};

}  // namespace

Result<std::optional<Agendamento>> SqlAgendaStore::find(std::string_view credencial) {
    return session_.first(kFind, {credencial}, [](const db::Row& row) {
        Agendamento found{.minuto = from_ms(row.integer(0))};
        if (!row.is_null(1)) found.admitido = from_ms(row.integer(1));
        return found;
    });
}

Result<void> SqlAgendaStore::give(std::string_view credencial, Instant minuto) {
    AROEIRA_CHECK(session_.run(kGive, {credencial, to_ms(minuto)}));
    return {};
}

Result<void> SqlAgendaStore::admit(std::string_view credencial, Instant at) {
    AROEIRA_CHECK(session_.run(kAdmit, {credencial, to_ms(at)}));
    return {};
}

Result<void> SqlAgendaStore::remove(std::string_view credencial) {
    AROEIRA_CHECK(session_.run(kRemove, {credencial}));
    return {};
}

Result<std::int64_t> SqlAgendaStore::count_expected(Instant since, Instant until) {
    AROEIRA_TRY(const auto count, session_.first(kExpected, {to_ms(since), to_ms(until)}, [](const db::Row& row) { return row.integer(0); }));
    return count.value_or(0);
}

Result<std::vector<std::pair<Instant, std::int64_t>>> SqlAgendaStore::given_after(Instant at) {
    return session_.all(kGiven, {to_ms(at)}, [](const db::Row& row) { return std::pair(from_ms(row.integer(0)), row.integer(1)); });
}

Result<void> SqlAgendaStore::forget_before(Instant at) {
    AROEIRA_CHECK(session_.run(kForget, {to_ms(at)}));
    return {};
}

}  // namespace aroeira::transmission
