// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/store/sql_sessao_store.hpp"

namespace aroeira::identity {
namespace {

constexpr db::Query kReserve{"identity.reserve_tentativa", R"sql(
    INSERT INTO tentativa (chave, falhas, desde_ms, ultima_ms) VALUES ($1, 1, $2, $2)
    ON CONFLICT (chave) DO UPDATE SET falhas = tentativa.falhas + 1, ultima_ms = excluded.ultima_ms
     WHERE tentativa.falhas < $3
    RETURNING falhas
)sql"};

constexpr db::Query kCount{"identity.count_tentativa", R"sql(
    INSERT INTO tentativa (chave, falhas, desde_ms, ultima_ms) VALUES ($1, 1, $2, $2)
    ON CONFLICT (chave) DO UPDATE
       SET falhas = CASE WHEN tentativa.desde_ms < $3 THEN 1 ELSE tentativa.falhas + 1 END,
           desde_ms = CASE WHEN tentativa.desde_ms < $3 THEN excluded.desde_ms ELSE tentativa.desde_ms END,
           ultima_ms = excluded.ultima_ms
)sql"};

constexpr db::Query kCounted{"identity.counted_tentativas", R"sql(
    SELECT falhas FROM tentativa WHERE chave = $1 AND desde_ms >= $2
)sql"};

constexpr db::Query kForget{"identity.forget_tentativas", "DELETE FROM tentativa WHERE chave = $1"};
constexpr db::Query kSweep{"identity.sweep_tentativas", "DELETE FROM tentativa WHERE ultima_ms < $1"};

std::int64_t first_integer(const db::Row& row) { return row.integer(0); }

}  // namespace

Result<std::optional<std::int64_t>> SqlTentativaStore::reserve(std::string_view key, std::int64_t limit, Instant now) {
    return session_.first(kReserve, {key, to_ms(now), limit}, first_integer);
}

Result<void> SqlTentativaStore::count(std::string_view key, std::chrono::milliseconds window, Instant now) {
    AROEIRA_CHECK(session_.run(kCount, {key, to_ms(now), to_ms(now - window)}));
    return {};
}

Result<std::int64_t> SqlTentativaStore::counted(std::string_view key, std::chrono::milliseconds window, Instant now) {
    AROEIRA_TRY(const auto failures, session_.first(kCounted, {key, to_ms(now - window)}, first_integer));
    return failures.value_or(0);
}

Result<void> SqlTentativaStore::forget(std::string_view key) {
    AROEIRA_CHECK(session_.run(kForget, {key}));
    return {};
}

Result<void> SqlTentativaStore::sweep(Instant older_than) {
    AROEIRA_CHECK(session_.run(kSweep, {to_ms(older_than)}));
    return {};
}

}  // namespace aroeira::identity
