// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "platform/db/session.hpp"

namespace aroeira::db {

/// One released file of db/migrations, embedded in the binary by the build.
struct Migration {
    int version;
    std::string_view name;  ///< File name without directory, e.g. "0003_fichas.sql".
    std::string_view sql;
};

/// All migrations of this build, ascending.
std::span<const Migration> migrations();

/// Brings the database to the last version, one transaction per file, and checks that files
/// already applied have the bytes they had then (SHA-256).
/// Errors: `conflict` DB-0010 when an applied file differs or the database is newer than the
///         program; `unavailable` DB-0011 naming the file that failed.
Result<int> migrate(Database& database, const Clock& clock);

}  // namespace aroeira::db
