// SPDX-License-Identifier: Apache-2.0
// SQLite only: ADR 28.
#include "modules/fichas/store/ficha_keys.hpp"

#include <limits>

namespace aroeira::fichas {
namespace {

constexpr std::int64_t kSweep = 512;  // Keys worth a sweep: fichas that come one by one wait for others.
constexpr std::int64_t kFirst = -std::numeric_limits<std::int64_t>::max(), kLast = std::numeric_limits<std::int64_t>::max();

constexpr db::Query kLastRow{"fichas.last_row", "SELECT COALESCE(MAX(linha), 0) FROM ficha"};

constexpr db::Query kAdd{"fichas.add_keys", R"sql(
    INSERT INTO ficha_chave_recente (chave, linha) SELECT text_key(uuid), linha FROM ficha WHERE linha > $1 ORDER BY 1
)sql"};

constexpr db::Query kTotal{"fichas.key_total", "SELECT recentes, anteriores, ate FROM ficha_chave_total"};

constexpr db::Query kSaveTotal{"fichas.save_key_total", R"sql(
    UPDATE ficha_chave_total SET recentes = $1, anteriores = $2, ate = $3
)sql"};

constexpr db::Query kUntil{"fichas.sweep_until", R"sql(
    SELECT chave FROM ficha_chave_recente WHERE chave > $1 ORDER BY chave LIMIT 1 OFFSET $2
)sql"};

constexpr db::Query kSettle{"fichas.settle_keys", R"sql(
    INSERT INTO ficha_chave (chave, linha) SELECT chave, linha FROM ficha_chave_recente WHERE chave > $1 AND chave <= $2
)sql"};

constexpr db::Query kNoLongerRecent{"fichas.no_longer_recent", R"sql(
    DELETE FROM ficha_chave_recente WHERE chave > $1 AND chave <= $2
)sql"};

struct Total {
    std::int64_t recent = 0, settled = 0, reached = kFirst;
};

/// Settles `count` recent keys or a few more, from where the last sweep ended; from the first again after the last.
Result<void> sweep(db::Session& session, std::int64_t count, Total& total) {
    AROEIRA_TRY(const auto found, session.first(kUntil, {total.reached, count - 1}, [](const db::Row& row) { return row.integer(0); }));
    const auto until = found.value_or(kLast);
    AROEIRA_CHECK(session.run(kSettle, {total.reached, until}));
    AROEIRA_TRY(const auto moved, session.run(kNoLongerRecent, {total.reached, until}));
    total.recent -= moved;
    total.settled += moved;
    total.reached = found ? until : kFirst;
    return {};
}

}  // namespace

Result<FichaKeys> FichaKeys::before(db::Session& session) {
    if (session.engine() != db::Engine::sqlite) return FichaKeys(session, 0);
    AROEIRA_TRY(const auto last, session.first(kLastRow, {}, [](const db::Row& row) { return row.integer(0); }));
    return FichaKeys(session, last.value_or(0));
}

Result<void> FichaKeys::add() {
    if (session_->engine() != db::Engine::sqlite) return {};
    AROEIRA_TRY(const auto added, session_->run(kAdd, {last_}));
    if (added == 0) return {};
    AROEIRA_TRY(const auto kept, session_->first(kTotal, {}, [](const db::Row& row) { return Total{row.integer(0), row.integer(1), row.integer(2)}; }));
    INVARIANT(kept, "the migration leaves one row");
    auto total = *kept;
    total.recent += added;
    const auto excess = total.recent - recent_keys_max(total.settled);
    if (excess >= kSweep) AROEIRA_CHECK(sweep(*session_, excess, total));
    AROEIRA_CHECK(session_->run(kSaveTotal, {total.recent, total.settled, total.reached}));
    return {};
}

}  // namespace aroeira::fichas
