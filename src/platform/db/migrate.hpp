// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "platform/db/session.hpp"

namespace aroeira::db {

/// One released file of db/migrations, embedded in the binary by the build.
struct Migration {
    int version;
    std::string_view name;  ///< File name without directory, e.g. "0003_fichas.sql".
    std::string_view sql;
};

/// All migrations of this build, ascending. Where the engines need different texts there are two
/// of one version: "0009_name.sqlite.sql" and "0009_name.postgres.sql". One that takes the rows of a table
/// elsewhere names it in a line "-- Locks: a, b": other nodes may be writing.
std::span<const Migration> migrations();

/// Brings the database to the last version, one transaction per file, and checks that files
/// already applied have the bytes they had then (SHA-256). Gives how many files it applied. Two
/// nodes may start at once on one database: each file is applied by one of them.
/// Errors: `conflict` DB-0010 when an applied file differs or the database is newer than the
///         program; `unavailable` DB-0011 naming the file that failed.
Result<int> migrate(Database& database, const Clock& clock);
/// The same with another list. Errors: also `internal` DB-0012 when the list itself is wrong.
Result<int> migrate(Database& database, const Clock& clock, std::span<const Migration> all);

/// Only those up to a version: how the database was when a copy of it was made. Errors: as `migrate`.
Result<int> migrate_up_to(Database& database, const Clock& clock, int version);

/// What ran in this database, ascending.
struct AppliedMigration {
    int version;
    std::string name;
    std::string sha256;
    [[nodiscard]] bool of_one_engine() const;  ///< The other engine has a text of its own.
};
/// Errors: `unavailable` DB-0004.
Result<std::vector<AppliedMigration>> applied_migrations(Session& session);

/// Only looks: success when the database is exactly at this build's version.
/// Errors: as `migrate`; `conflict` DB-0013 when there are migrations to apply.
Result<void> check_version(Database& database);

}  // namespace aroeira::db
