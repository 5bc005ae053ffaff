// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <sqlite3.h>

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "platform/db/session.hpp"

namespace aroeira::db::sqlite {

/// A prepared statement and where each `$n` is: SQLite numbers names in order of appearance, so
/// that `$2` may be its first parameter.
class Statement {
public:
    static Result<Statement> prepare(sqlite3* database, std::string_view name, std::string_view sql);

    [[nodiscard]] sqlite3_stmt* handle() const { return handle_.get(); }
    [[nodiscard]] bool is_of(std::string_view sql) const;
    [[nodiscard]] bool busy() const { return sqlite3_stmt_busy(handle()) != 0; }

    /// Errors: `invalid_input` DB-0007 for text with a NUL; `internal` DB-0006 for another number
    /// of parameters than the text has. Cost: no copy; the views must outlive the execution.
    Result<void> bind(std::string_view name, std::span<const Value> params) const;

private:
    struct Finalize {
        void operator()(sqlite3_stmt* s) const { sqlite3_finalize(s); }
    };
    std::unique_ptr<sqlite3_stmt, Finalize> handle_;
    std::vector<int> place_;
};

enum class Role { writer, reader, memory };

/// One SQLite connection with its prepared statements. Used by one thread at a time.
class Connection {
public:
    /// Errors: `unavailable` DB-0001.
    static Result<std::unique_ptr<Connection>> open(const std::string& path, Role role);
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    [[nodiscard]] sqlite3* handle() const { return handle_.get(); }
    /// The kept statement of this text. Errors: `internal` DB-0006.
    Result<Statement*> statement(const Query& query);
    /// The kept INSERT of a bulk.
    Result<Statement*> insert_of(const BulkTarget& target);
    /// Runs a statement without parameters or rows (BEGIN, COMMIT, PRAGMA).
    Result<void> execute(const Query& query);
    /// Pages in the write-ahead log at the last commit of this connection.
    [[nodiscard]] int wal_pages() const { return wal_pages_; }
    void forget_wal_pages() { wal_pages_ = 0; }

private:
    struct Close {
        void operator()(sqlite3* d) const { sqlite3_close(d); }
    };
    Connection() = default;
    Result<void> configure(const std::string& path, Role role);

    std::unique_ptr<sqlite3, Close> handle_;
    std::unordered_map<const char*, Statement> kept_;
    std::unordered_map<std::string, Statement> inserts_;
    int wal_pages_ = 0;
};

/// What a result code means to the caller. Errors: DB-0003, DB-0004 or DB-0006 by its class.
Error error_of(sqlite3* database, int code, std::string_view name);

}  // namespace aroeira::db::sqlite
