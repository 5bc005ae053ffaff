// SPDX-License-Identifier: Apache-2.0
#include "platform/db/migrate.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <thread>

#include "base/embedded.hpp"
#include "platform/db/script.hpp"

namespace aroeira::db {
namespace {

// The catalogue is where the engines have no common word.
constexpr Query kTableSqlite{"migration.table", "SELECT 1 FROM sqlite_master WHERE name = 'schema_migration'"};
constexpr Query kTablePostgres{"migration.table", R"sql(
    SELECT 1 FROM information_schema.tables
     WHERE table_schema = current_schema() AND table_name = 'schema_migration'
)sql"};
// SQLite has one writer already.
constexpr Query kLockPostgres{"migration.lock", "LOCK TABLE schema_migration IN EXCLUSIVE MODE"};

constexpr Query kApplied{"migration.applied", "SELECT version, name, sha256 FROM schema_migration ORDER BY version"};
constexpr Query kRecord{"migration.record", R"sql(
    INSERT INTO schema_migration (version, name, sha256, applied_ms) VALUES ($1, $2, $3, $4)
)sql"};

// Two nodes that create the first table at once: one of them is refused and looks again.
constexpr int kFirstTableAttempts = 20;
constexpr std::chrono::milliseconds kFirstTablePause{100};

using Applied = AppliedMigration;

Error list_is_wrong(std::string detail) {
    return {ErrorKind::internal, "DB-0012", "As migrações deste programa estão incompletas. Reinstale-o.", {},
            std::move(detail)};
}

Error differs(std::string message) { return {ErrorKind::conflict, "DB-0010", std::move(message)}; }

/// "postgres" of "0003_fichas.postgres.sql", "" of "0003_fichas.sql".
std::string_view variant_of(std::string_view name) {
    const auto stem = name.substr(0, name.size() - std::string_view(".sql").size());
    const auto dot = stem.find('.');
    return dot == std::string_view::npos ? std::string_view() : stem.substr(dot + 1);
}

/// What this engine runs of the whole list. Every version must be there once for both engines.
Result<std::vector<Migration>> list_for(Engine engine, std::span<const Migration> all) {
    const std::string_view mine = engine == Engine::sqlite ? "sqlite" : "postgres";
    const std::string_view other = engine == Engine::sqlite ? "postgres" : "sqlite";
    std::vector<Migration> chosen;
    std::vector<int> others;
    for (const auto& m : all) {
        const auto variant = variant_of(m.name);
        if (!variant.empty() && variant != mine && variant != other)
            return list_is_wrong(std::string(m.name) + ": unknown engine");
        if (variant != other) chosen.push_back(m);
        if (variant != mine) others.push_back(m.version);
    }
    const auto by_version = [](const Migration& a, const Migration& b) { return a.version < b.version; };
    std::sort(chosen.begin(), chosen.end(), by_version);
    std::sort(others.begin(), others.end());
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        if (i > 0 && chosen[i].version == chosen[i - 1].version)
            return list_is_wrong(std::string(chosen[i].name) + ": version used twice");
        if (others.size() != chosen.size() || others[i] != chosen[i].version)
            return list_is_wrong(std::string(chosen[i].name) + ": one engine has it and the other has not");
    }
    return chosen;
}

/// Checks that what ran is the beginning of the list, byte for byte.
Result<void> compare(const std::vector<Applied>& applied, const std::vector<Migration>& list) {
    for (std::size_t i = 0; i < applied.size(); ++i) {
        const auto& ran = applied[i];
        if (i >= list.size() || list.back().version < ran.version)
            return differs("O banco de dados é de uma versão mais nova do programa (" + ran.name +
                           "). Atualize o programa antes de abri-lo.");
        if (list[i].version != ran.version)
            return differs("A ordem das migrações do banco de dados não é a deste programa (" + ran.name + " e " +
                           std::string(list[i].name) + "). Use a versão do programa que o criou.");
        if (sha256_hex(list[i].sql) != ran.sha256)
            return differs("A migração " + ran.name + " mudou depois de aplicada. Use a versão do programa que criou "
                           "este banco de dados ou restaure a cópia de segurança.");
    }
    return {};
}

Result<bool> has_table(Database& database) {
    bool found = false;
    const Query& query = database.engine() == Engine::sqlite ? kTableSqlite : kTablePostgres;
    AROEIRA_CHECK(database.read([&](Session& session) {
        return session.each(query, {}, [&](const Row&) { return found = true; });
    }));
    return found;
}

Result<std::vector<Applied>> applied_now(Database& database) {
    AROEIRA_TRY(const bool exists, has_table(database));
    std::vector<Applied> applied;
    if (!exists) return applied;
    AROEIRA_CHECK(database.read([&](Session& session) -> Result<void> {
        AROEIRA_TRY(applied, applied_migrations(session));
        return {};
    }));
    return applied;
}

/// The tables a migration names after "-- Locks: ", because it takes their rows elsewhere. On SQLite nobody else writes.
std::string_view locks_of(std::string_view sql) {
    constexpr std::string_view kHeader = "\n-- Locks: ";
    const auto at = sql.find(kHeader);
    if (at == sql.npos) return {};
    sql.remove_prefix(at + kHeader.size());
    return sql.substr(0, sql.find('\n'));
}

/// Before the first look at any table: what another node commits while we wait for a lock would be
/// missing in a snapshot taken earlier.
Result<void> lock(Session& session, const Migration& next) {
    AROEIRA_CHECK(session.run(kLockPostgres));
    const auto tables = locks_of(next.sql);
    if (tables.empty()) return {};
    const std::string sql = "LOCK TABLE " + std::string(tables) + " IN ACCESS EXCLUSIVE MODE";
    AROEIRA_CHECK(session.run(Query{"migration.lock_tables", sql}));
    return {};
}

Result<void> apply(Session& session, const Clock& clock, const Migration& migration) {
    for (const auto sql : statements_of(migration.sql)) AROEIRA_CHECK(session.run(Query{migration.name, sql}));
    AROEIRA_CHECK(session.run(kRecord, {migration.version, migration.name, sha256_hex(migration.sql),
                                        to_ms(clock.now())}));
    return {};
}

/// One step in one transaction: the next file of the list, unless another node was quicker. The
/// answer is how many files ran before it returned.
Result<int> step(Database& database, const Clock& clock, const std::vector<Migration>& list, bool& finished) {
    AROEIRA_TRY(const auto before, applied_now(database));
    AROEIRA_CHECK(compare(before, list));
    finished = before.size() == list.size();
    if (finished) return 0;
    const auto& next = list[before.size()];
    int applied_here = 0;
    const auto done = database.write([&](Session& session) -> Result<void> {
        applied_here = 0;
        std::vector<Applied> applied;
        if (!before.empty()) {
            if (database.engine() == Engine::postgres) AROEIRA_CHECK(lock(session, next));
            AROEIRA_TRY(applied, applied_migrations(session));
        }
        if (applied.size() != before.size()) return {};
        applied_here = 1;
        return apply(session, clock, next);
    });
    if (done) return applied_here;
    return Error{ErrorKind::unavailable, "DB-0011",
                 "A migração " + std::string(next.name) + " não pôde ser aplicada e o banco de dados ficou como estava. " +
                     done.error().message,
                 {}, done.error().detail};
}

}  // namespace

Result<std::vector<AppliedMigration>> applied_migrations(Session& session) {
    return session.all(kApplied, {}, [](const Row& row) {
        return AppliedMigration{static_cast<int>(row.integer(0)), row.string(1), row.string(2)};
    });
}

bool AppliedMigration::of_one_engine() const { return !variant_of(name).empty(); }

std::span<const Migration> migrations() {
    static const std::vector<Migration> list = [] {
        std::vector<Migration> read;
        for (const auto& file : embedded::migrations()) {
            int version = 0;
            std::from_chars(file.name.data(), file.name.data() + file.name.size(), version);
            read.push_back({version, file.name, file.bytes});
        }
        return read;
    }();
    return list;
}

Result<int> migrate(Database& database, const Clock& clock, std::span<const Migration> all) {
    AROEIRA_TRY(const auto list, list_for(database.engine(), all));
    AROEIRA_TRY(const auto applied, applied_now(database));
    AROEIRA_CHECK(compare(applied, list));
    int total = 0;
    int attempts = 0;
    for (bool finished = applied.size() == list.size(); !finished;) {
        auto stepped = step(database, clock, list, finished);
        if (stepped) {
            total += *stepped;
            continue;
        }
        AROEIRA_TRY(const bool exists, has_table(database));
        const bool first_table_race = total == 0 && applied.empty() && exists && ++attempts <= kFirstTableAttempts;
        if (!first_table_race) return std::move(stepped).error();
        std::this_thread::sleep_for(kFirstTablePause);
    }
    return total;
}

Result<int> migrate(Database& database, const Clock& clock) { return migrate(database, clock, migrations()); }

Result<int> migrate_up_to(Database& database, const Clock& clock, int version) {
    const auto all = migrations();
    std::vector<Migration> some;
    std::copy_if(all.begin(), all.end(), std::back_inserter(some), [&](const Migration& one) { return one.version <= version; });
    return migrate(database, clock, some);
}

Result<void> check_version(Database& database) {
    AROEIRA_TRY(const auto list, list_for(database.engine(), migrations()));
    AROEIRA_TRY(const auto applied, applied_now(database));
    AROEIRA_CHECK(compare(applied, list));
    if (applied.size() < list.size())
        return Error{ErrorKind::conflict, "DB-0013",
                     "O banco de dados precisa ser atualizado. Execute «aroeira banco migrar» e inicie de novo."};
    return {};
}

}  // namespace aroeira::db
