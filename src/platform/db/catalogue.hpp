// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/db/session.hpp"

namespace aroeira::db {

enum class ColumnKind : std::uint8_t { integer = 1, real = 2, text = 3, bytes = 4 };

struct Column {
    std::string name;
    ColumnKind kind;
    friend bool operator==(const Column&, const Column&) = default;
};

struct Table {
    std::string name;
    std::vector<Column> columns{};
    friend bool operator==(const Table&, const Table&) = default;
};

/// What one engine keeps beside the tables both have, and how it is made again from them: a file of
/// db/derived, embedded in the binary by the build.
struct Derived {
    Engine engine;
    std::vector<std::string_view> tables{};
    std::vector<std::string_view> columns{};  ///< "table.column".
    std::string_view refill{};                ///< The script that fills them when the rest is there.
};

/// All of this build.
std::span<const Derived> derived();

/// Every table with what cannot be made again, asked of the database's own catalogue: a table comes
/// after those it refers to. Left out: the list of migrations, partitions (their rows are those of
/// the whole) and what is derived. Errors: `internal` DB-0014 for a column of another type or tables
/// that refer to each other; `unavailable` DB-0004.
Result<std::vector<Table>> tables_of(Session& session, Engine engine, std::span<const Derived> derived);
Result<std::vector<Table>> tables_of(Session& session, Engine engine);

/// The rows of a table as the disk gives them, columns in the order of `table`. Errors: those of Session::each.
Result<void> each_row(Session& session, const Table& table, const std::function<bool(const Row&)>& visit);

/// Takes every row away, the tables in the reverse order of `tables_of`. Errors: those of Session::run.
Result<void> clear(Session& session, std::span<const Table> tables);

/// Empties what this engine derives and runs its scripts. One whose tables are not there yet, because the database is at an
/// older migration, is left to that migration. Errors: those of the statements.
Result<void> refill_derived(Session& session, Engine engine, std::span<const Derived> derived);

}  // namespace aroeira::db
