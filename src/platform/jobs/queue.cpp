// SPDX-License-Identifier: Apache-2.0
#include "platform/jobs/queue.hpp"

namespace aroeira::jobs {
namespace {

constexpr db::Query kEnqueue{"jobs.enqueue", R"sql(
    INSERT INTO trabalho (id, tipo, argumento, municipio, dono, chave_viva, situacao, nao_antes_ms, criado_ms)
    VALUES ($1, $2, $3, $4, $5, $6, 'aguardando', $7, $8)
    ON CONFLICT DO NOTHING
)sql"};

constexpr db::Query kStatus{"jobs.status", R"sql(
    SELECT tipo, situacao, etapa, feitos, total, mensagem, resultado, municipio, criado_ms, terminado_ms, dono
      FROM trabalho WHERE id = $1
)sql"};

constexpr db::Query kCancelWaiting{"jobs.cancel_waiting", R"sql(
    UPDATE trabalho SET situacao = 'cancelado', chave_viva = NULL, terminado_ms = $2
     WHERE id = $1 AND situacao = 'aguardando'
)sql"};

constexpr db::Query kAskCancel{"jobs.ask_cancel", R"sql(
    UPDATE trabalho SET cancelar = 1 WHERE id = $1 AND situacao = 'executando'
)sql"};

constexpr db::Query kHasten{"jobs.hasten", R"sql(
    UPDATE trabalho SET nao_antes_ms = 0
     WHERE situacao = 'aguardando' AND tipo = $1 AND municipio = $2
)sql"};

// A zero in a row that runs says that somebody wants another run: `kTake` leaves a one there.
constexpr db::Query kWake{"jobs.wake", R"sql(
    UPDATE trabalho SET nao_antes_ms = 0 WHERE tipo = $1 AND chave_viva = $2
)sql"};

constexpr db::Query kReschedule{"jobs.reschedule", R"sql(
    UPDATE trabalho SET nao_antes_ms = $3 WHERE tipo = $1 AND chave_viva = $2 AND situacao = 'aguardando'
)sql"};

// Two workers may choose the same row; the second UPDATE finds it taken and tries the next. The
// condition is repeated there so that one text serves both engines without row locks.
constexpr db::Query kChoose{"jobs.choose", R"sql(
    SELECT id, tipo FROM trabalho
     WHERE (situacao = 'aguardando' AND nao_antes_ms <= $1) OR (situacao = 'executando' AND arrendado_ate_ms < $1)
     ORDER BY criado_ms, id
     LIMIT 20
)sql"};

constexpr db::Query kTake{"jobs.take", R"sql(
    UPDATE trabalho
       SET situacao = 'executando', arrendatario = $2, arrendado_ate_ms = $3, tentativas = tentativas + 1, nao_antes_ms = 1
     WHERE id = $1
       AND ((situacao = 'aguardando' AND nao_antes_ms <= $4) OR (situacao = 'executando' AND arrendado_ate_ms < $4))
)sql"};

constexpr db::Query kHeld{"jobs.held", "SELECT argumento, cursor, tentativas FROM trabalho WHERE id = $1"};

constexpr db::Query kBeat{"jobs.beat", R"sql(
    UPDATE trabalho SET arrendado_ate_ms = $3 WHERE id = $1 AND arrendatario = $2 AND situacao = 'executando'
)sql"};

constexpr db::Query kAsked{"jobs.asked", "SELECT cancelar FROM trabalho WHERE id = $1"};

constexpr db::Query kShow{"jobs.show", R"sql(
    UPDATE trabalho SET etapa = $3, feitos = $4, total = $5
     WHERE id = $1 AND arrendatario = $2 AND situacao = 'executando'
)sql"};

constexpr db::Query kKeepCursor{"jobs.keep_cursor", R"sql(
    UPDATE trabalho SET cursor = $3, feitos = $4, total = $5
     WHERE id = $1 AND arrendatario = $2 AND situacao = 'executando'
)sql"};

constexpr db::Query kFinish{"jobs.finish", R"sql(
    UPDATE trabalho
       SET situacao = $3, mensagem = $4, resultado = $5, terminado_ms = $6, chave_viva = NULL, arrendatario = NULL,
           arrendado_ate_ms = NULL
     WHERE id = $1 AND arrendatario = $2 AND situacao = 'executando'
)sql"};

constexpr db::Query kGiveBack{"jobs.give_back", R"sql(
    UPDATE trabalho
       SET situacao = 'aguardando', nao_antes_ms = $3, mensagem = $4, arrendatario = NULL, arrendado_ate_ms = NULL
     WHERE id = $1 AND arrendatario = $2 AND situacao = 'executando'
)sql"};

constexpr db::Query kRunAgain{"jobs.run_again", R"sql(
    UPDATE trabalho
       SET situacao = 'aguardando', nao_antes_ms = CASE WHEN nao_antes_ms = 0 THEN 0 ELSE CAST($3 AS BIGINT) END, mensagem = $4,
           resultado = $5, tentativas = 0, cursor = '', etapa = '', feitos = 0, total = 0, arrendatario = NULL, arrendado_ate_ms = NULL
     WHERE id = $1 AND arrendatario = $2 AND situacao = 'executando'
)sql"};

constexpr db::Query kReleaseAll{"jobs.release_all", "UPDATE trabalho SET arrendado_ate_ms = 0 WHERE situacao = 'executando'"};

constexpr std::string_view name_of(State state) {
    switch (state) {
        case State::waiting: return "aguardando";
        case State::running: return "executando";
        case State::done: return "concluido";
        case State::failed: return "falhou";
        case State::cancelled: return "cancelado";
    }
    return {};
}

State state_of(std::string_view text) {
    for (const auto state : {State::running, State::done, State::failed, State::cancelled})
        if (text == name_of(state)) return state;
    return State::waiting;
}

std::int64_t lease_end(const Clock& clock) { return to_ms(clock.now() + queue::kLease); }

}  // namespace

Result<TrabalhoId> enqueue(db::Session& session, IdSource& ids, const Clock& clock, const NewJob& job) {
    const auto id = ids.make<Trabalho>();
    const auto now = to_ms(clock.now());
    AROEIRA_TRY(const auto inserted,
                session.run(kEnqueue, {id, job.kind, job.argument, job.municipio, job.owner,
                                       job.unique_key.empty() ? db::Value() : db::Value(job.unique_key),
                                       job.not_before ? to_ms(*job.not_before) : 0, now}));
    if (inserted == 0)
        return Error{ErrorKind::conflict, "JOBS-0001", "Já há um trabalho igual em andamento. Acompanhe o progresso dele."};
    return id;
}

Result<Status> status(db::Session& session, const TrabalhoId& id) {
    AROEIRA_TRY(auto found, session.first(kStatus, {id}, [&](const db::Row& row) {
        Status s{.id = id, .kind = row.string(0), .state = state_of(row.text(1))};
        s.stage = row.string(2);
        s.done = row.integer(3);
        s.total = row.integer(4);
        s.message = row.string(5);
        s.result = row.string(6);
        s.municipio = row.optional_string(7);
        s.created = from_ms(row.integer(8));
        if (!row.is_null(9)) s.finished = from_ms(row.integer(9));
        s.owner = row.string(10);
        return s;
    }));
    if (!found) return Error{ErrorKind::not_found, "JOBS-0002", "Este trabalho não existe."};
    return std::move(*found);
}

Result<void> cancel(db::Session& session, const Clock& clock, const TrabalhoId& id) {
    AROEIRA_TRY(const auto ended, session.run(kCancelWaiting, {id, to_ms(clock.now())}));
    if (ended != 0) return {};
    AROEIRA_TRY(const auto asked, session.run(kAskCancel, {id}));
    if (asked != 0) return {};
    AROEIRA_CHECK(status(session, id));
    return Error{ErrorKind::conflict, "JOBS-0003", "Este trabalho já terminou."};
}

Result<std::int64_t> hasten(db::Session& session, std::string_view kind, std::string_view municipio) {
    return session.run(kHasten, {kind, municipio});
}

Result<bool> wake(db::Session& session, std::string_view kind, std::string_view unique_key) {
    AROEIRA_TRY(const auto woken, session.run(kWake, {kind, unique_key}));
    return woken != 0;
}

Result<bool> reschedule(db::Session& session, std::string_view kind, std::string_view unique_key, Instant at) {
    AROEIRA_TRY(const auto moved, session.run(kReschedule, {kind, unique_key, to_ms(at)}));
    return moved != 0;
}

namespace queue {

Result<std::optional<Held>> take(db::Database& database, const Clock& clock, std::string_view holder,
                                 const std::vector<std::string>& kinds) {
    const auto now = to_ms(clock.now());
    std::vector<std::pair<std::string, std::string>> due;
    AROEIRA_CHECK(database.read([&](db::Session& session) -> Result<void> {
        due.clear();
        return session.each(kChoose, {now}, [&](const db::Row& row) {
            for (const auto& kind : kinds)
                if (kind == row.text(1)) due.emplace_back(row.string(0), row.string(1));
            return true;
        });
    }));
    std::optional<Held> held;
    for (const auto& [id_text, kind] : due) {
        AROEIRA_TRY(const auto id, TrabalhoId::parse(id_text));
        AROEIRA_CHECK(database.write([&](db::Session& session) -> Result<void> {
            held.reset();
            AROEIRA_TRY(const auto taken, session.run(kTake, {id, holder, lease_end(clock), now}));
            if (taken == 0) return {};
            return session.each(kHeld, {id}, [&](const db::Row& row) {
                held = Held{id, kind, row.string(0), row.string(1), static_cast<int>(row.integer(2))};
                return false;
            });
        }));
        if (held) break;
    }
    return held;
}

Result<Beat> beat(db::Database& database, const Clock& clock, const TrabalhoId& id, std::string_view holder) {
    Beat result;
    AROEIRA_CHECK(database.write([&](db::Session& session) -> Result<void> {
        AROEIRA_TRY(const auto prolonged, session.run(kBeat, {id, holder, lease_end(clock)}));
        result.ours = prolonged != 0;
        return session.each(kAsked, {id}, [&](const db::Row& row) {
            result.cancel_asked = row.flag(0);
            return false;
        });
    }));
    return result;
}

Result<void> show(db::Session& session, const TrabalhoId& id, std::string_view holder, std::string_view stage, std::int64_t done,
                  std::int64_t total) {
    AROEIRA_CHECK(session.run(kShow, {id, holder, stage, done, total}));
    return {};
}

Result<void> keep_cursor(db::Session& session, const TrabalhoId& id, std::string_view holder, std::string_view cursor,
                         std::int64_t done, std::int64_t total) {
    AROEIRA_TRY(const auto kept, session.run(kKeepCursor, {id, holder, cursor, done, total}));
    if (kept == 0)
        return Error{ErrorKind::conflict, "JOBS-0004", "O trabalho passou a outro executor."};
    return {};
}

Result<void> finish(db::Database& database, const Clock& clock, const TrabalhoId& id, std::string_view holder, State state,
                    std::string_view message, std::string_view result) {
    return database.write([&](db::Session& session) -> Result<void> {
        AROEIRA_CHECK(session.run(kFinish, {id, holder, name_of(state), message, result, to_ms(clock.now())}));
        return {};
    });
}

Result<void> give_back(db::Database& database, const Clock& clock, const TrabalhoId& id, std::string_view holder,
                       std::chrono::milliseconds wait, std::string_view message) {
    return database.write([&](db::Session& session) -> Result<void> {
        AROEIRA_CHECK(session.run(kGiveBack, {id, holder, to_ms(clock.now() + wait), message}));
        return {};
    });
}

Result<void> run_again(db::Database& database, const TrabalhoId& id, std::string_view holder, Instant at, std::string_view message,
                       std::string_view result) {
    return database.write([&](db::Session& session) -> Result<void> {
        AROEIRA_CHECK(session.run(kRunAgain, {id, holder, to_ms(at), message, result}));
        return {};
    });
}

Result<void> release_all(db::Database& database) {
    return database.write([&](db::Session& session) -> Result<void> {
        AROEIRA_CHECK(session.run(kReleaseAll));
        return {};
    });
}

}  // namespace queue

}  // namespace aroeira::jobs
