// SPDX-License-Identifier: Apache-2.0
#include <sqlite3.h>
#include <sys/stat.h>

#include <array>
#include <filesystem>
#include <unordered_map>

#include "platform/db/driver.hpp"

namespace aroeira::db {
namespace {

constexpr int kBusyMs = 10'000;

struct CloseDatabase {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
};
struct FinalizeStatement {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Handle = std::unique_ptr<sqlite3, CloseDatabase>;

Error error_of(sqlite3* handle, std::string_view query) {
    const int code = sqlite3_extended_errcode(handle);
    const std::string detail = std::string(query) + ": " + sqlite3_errmsg(handle) + " (" + std::to_string(code) + ")";
    switch (code & 0xFF) {
        case SQLITE_CONSTRAINT:
            return {ErrorKind::conflict, "DB-0003", "O dado já existe ou contraria outro já gravado.", {}, detail};
        case SQLITE_FULL:
            return unavailable("O disco está cheio. Libere espaço e tente de novo: nada foi gravado.", detail);
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return unavailable("O banco está ocupado por outro programa. Tente de novo em instantes.", detail);
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_CANTOPEN:
            return unavailable("O banco não pode ser gravado: confira as permissões do diretório de dados.", detail);
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return unavailable("O arquivo do banco está danificado ou não é um banco. Restaure a última cópia.", detail);
        default: return unavailable("O banco de dados não respondeu. Tente de novo em instantes.", detail);
    }
}

class SqliteRow final : public Row {
public:
    explicit SqliteRow(sqlite3_stmt* statement) : statement_(statement) {}
    [[nodiscard]] bool is_null(int c) const override { return sqlite3_column_type(statement_, c) == SQLITE_NULL; }
    [[nodiscard]] std::int64_t integer(int c) const override { return sqlite3_column_int64(statement_, c); }
    [[nodiscard]] double real(int c) const override { return sqlite3_column_double(statement_, c); }
    [[nodiscard]] std::string_view text(int c) const override {
        const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, c));
        return bytes ? std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, c))) : "";
    }
    [[nodiscard]] std::string_view blob(int c) const override {
        const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, c));
        return bytes ? std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, c))) : "";
    }

private:
    sqlite3_stmt* statement_;
};

/// A prepared statement and where each `$n` sits in it: SQLite numbers named parameters by first
/// appearance, so `$2` may be the first.
struct Prepared {
    std::unique_ptr<sqlite3_stmt, FinalizeStatement> statement;
    std::vector<int> place;  ///< Of $1, $2, …; 0 when the text does not use it.
};

int bind_value(sqlite3_stmt* statement, int at, const Value& value) {
    // A null pointer would bind NULL where an empty text is meant.
    const auto bytes_of = [](std::string_view v) { return v.data() ? v.data() : ""; };
    return std::visit(
        [&]<class V>(const V& v) {
            if constexpr (std::is_same_v<V, std::monostate>) return sqlite3_bind_null(statement, at);
            else if constexpr (std::is_same_v<V, std::int64_t>) return sqlite3_bind_int64(statement, at, v);
            else if constexpr (std::is_same_v<V, double>) return sqlite3_bind_double(statement, at, v);
            else if constexpr (std::is_same_v<V, Blob>)
                return sqlite3_bind_blob64(statement, at, bytes_of(v.bytes), v.bytes.size(), SQLITE_STATIC);
            else return sqlite3_bind_text64(statement, at, bytes_of(v), v.size(), SQLITE_STATIC, SQLITE_UTF8);
        },
        value.variant());
}

class SqliteConnection {
public:
    explicit SqliteConnection(Handle handle) : handle_(std::move(handle)) {}

    [[nodiscard]] sqlite3* handle() const { return handle_.get(); }

    Result<void> execute(const char* sql) {
        if (sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) return error_of(handle_.get(), sql);
        return {};
    }

    Result<Prepared*> prepare(std::string_view name, std::string_view sql) {
        if (const auto found = kept_.find(sql.data()); found != kept_.end()) return &found->second;
        sqlite3_stmt* raw = nullptr;
        if (sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &raw,
                               nullptr) != SQLITE_OK)
            return error_of(handle_.get(), name);
        Prepared prepared{std::unique_ptr<sqlite3_stmt, FinalizeStatement>(raw), {}};
        for (int n = 1;; ++n) {
            const std::string parameter = "$" + std::to_string(n);
            const int at = sqlite3_bind_parameter_index(raw, parameter.c_str());
            prepared.place.push_back(at);
            if (at == 0 && n > sqlite3_bind_parameter_count(raw)) break;
        }
        return &kept_.emplace(sql.data(), std::move(prepared)).first->second;
    }

private:
    Handle handle_;
    std::unordered_map<const void*, Prepared> kept_;
};

/// Gives a statement back to the cache clean, whatever happened.
class Reset {
public:
    explicit Reset(sqlite3_stmt* statement) : statement_(statement) {}
    ~Reset() {
        sqlite3_reset(statement_);
        sqlite3_clear_bindings(statement_);
    }
    Reset(const Reset&) = delete;
    Reset& operator=(const Reset&) = delete;

private:
    sqlite3_stmt* statement_;
};

class SqliteBulk final : public Bulk {
public:
    SqliteBulk(sqlite3* handle, std::unique_ptr<sqlite3_stmt, FinalizeStatement> statement)
        : handle_(handle), statement_(std::move(statement)) {}
    Result<void> add(std::span<const Value> row) override {
        int at = 0;
        for (const Value& value : row)
            if (bind_value(statement_.get(), ++at, value) != SQLITE_OK) return error_of(handle_, "bulk");
        const int done = sqlite3_step(statement_.get());
        if (done != SQLITE_DONE) return error_of(handle_, "bulk");
        sqlite3_reset(statement_.get());
        return {};
    }
    Result<void> finish() override { return {}; }

private:
    sqlite3* handle_;
    std::unique_ptr<sqlite3_stmt, FinalizeStatement> statement_;
};

class SqliteSession final : public Session {
public:
    explicit SqliteSession(SqliteConnection& connection) : connection_(connection) {}

    Result<void> each(const Query& query, Params params, const std::function<bool(const Row&)>& visit) override {
        AROEIRA_TRY(Prepared* const prepared, connection_.prepare(query.name, query.sql));
        sqlite3_stmt* const statement = prepared->statement.get();
        const Reset reset(statement);
        AROEIRA_CHECK(bind(query, *prepared, params));
        const SqliteRow row(statement);
        for (;;) {
            const int done = sqlite3_step(statement);
            if (done == SQLITE_DONE) return {};
            if (done != SQLITE_ROW) return error_of(connection_.handle(), query.name);
            if (!visit(row)) return {};
        }
    }
    Result<std::int64_t> run(const Query& query, Params params) override {
        AROEIRA_CHECK(each(query, params, [](const Row&) { return true; }));
        return static_cast<std::int64_t>(sqlite3_changes64(connection_.handle()));
    }
    Result<std::unique_ptr<Bulk>> bulk(const BulkTarget& target) override {
        std::string sql = "INSERT INTO " + std::string(target.table) + " (";
        std::string values;
        for (const auto column : target.columns) {
            if (!values.empty()) sql += ", ";
            sql += column;
            values += values.empty() ? "?" : ", ?";
        }
        sql += ") VALUES (" + values + ")";
        sqlite3_stmt* raw = nullptr;
        if (sqlite3_prepare_v2(connection_.handle(), sql.c_str(), static_cast<int>(sql.size()), &raw, nullptr) != SQLITE_OK)
            return error_of(connection_.handle(), target.table);
        return std::unique_ptr<Bulk>(std::make_unique<SqliteBulk>(
            connection_.handle(), std::unique_ptr<sqlite3_stmt, FinalizeStatement>(raw)));
    }
    using Session::each;
    using Session::run;

private:
    Result<void> bind(const Query& query, const Prepared& prepared, Params params) {
        for (std::size_t i = 0; i < params.size(); ++i) {
            const int at = i < prepared.place.size() ? prepared.place[i] : 0;
            if (at != 0 && bind_value(prepared.statement.get(), at, params[i]) != SQLITE_OK)
                return error_of(connection_.handle(), query.name);
        }
        return {};
    }
    SqliteConnection& connection_;
};

class SqliteDatabase final : public Database {
public:
    SqliteDatabase(std::unique_ptr<SqliteConnection> writer, std::vector<std::unique_ptr<SqliteConnection>> readers)
        : writer_(std::move(writer)), has_readers_(!readers.empty()) {
        for (auto& reader : readers) readers_.add(std::move(reader));
    }
    Result<void> write(const Body& body) override {
        const std::lock_guard lock(mutex_);
        return transact(*writer_, "BEGIN IMMEDIATE", body);
    }
    Result<void> read(const Body& body) override {
        if (!has_readers_) {
            const std::lock_guard lock(mutex_);
            return transact(*writer_, "BEGIN", body);
        }
        const auto reader = readers_.borrow();
        return transact(*reader, "BEGIN", body);
    }
    [[nodiscard]] Engine engine() const override { return Engine::sqlite; }

private:
    static Result<void> transact(SqliteConnection& connection, const char* begin, const Body& body) {
        AROEIRA_CHECK(connection.execute(begin));
        SqliteSession session(connection);
        Result<void> done = run_guarded(body, session, connection);
        if (done) {
            done = connection.execute("COMMIT");
            if (done) return {};
        }
        // A failed statement may have ended the transaction already (disk full).
        if (sqlite3_get_autocommit(connection.handle()) == 0) (void)connection.execute("ROLLBACK");
        return done;
    }
    static Result<void> run_guarded(const Body& body, Session& session, SqliteConnection& connection) {
        try {
            return body(session);
        } catch (...) {
            if (sqlite3_get_autocommit(connection.handle()) == 0) (void)connection.execute("ROLLBACK");
            throw;
        }
    }
    std::mutex mutex_;
    std::unique_ptr<SqliteConnection> writer_;
    bool has_readers_;
    Pool<SqliteConnection> readers_;
};

Error cannot_open(const std::string& cause, std::string detail) {
    return {ErrorKind::unavailable, "DB-0001", "O banco de dados não pôde ser aberto: " + cause, {}, std::move(detail)};
}

Result<std::unique_ptr<SqliteConnection>> connect(const std::string& path, bool writer) {
    sqlite3* raw = nullptr;
    const int flags = (writer ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READWRITE) | SQLITE_OPEN_NOMUTEX;
    const int opened = sqlite3_open_v2(path.c_str(), &raw, flags, nullptr);
    Handle handle(raw);
    if (opened != SQLITE_OK)
        return cannot_open("confira se o diretório de dados existe e pode ser gravado.", raw ? sqlite3_errmsg(raw) : "");
    sqlite3_extended_result_codes(raw, 1);
    sqlite3_busy_timeout(raw, kBusyMs);
    auto connection = std::make_unique<SqliteConnection>(std::move(handle));
    // A larger log before each checkpoint: bulk receipt writes pages once instead of many times.
    constexpr std::array settings{"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON",
                                  "PRAGMA temp_store=MEMORY", "PRAGMA wal_autocheckpoint=8000"};
    for (const char* setting : settings)
        if (auto done = connection->execute(setting); !done)
            return cannot_open(done.error().message, done.error().detail);
    if (!writer) {
        if (auto done = connection->execute("PRAGMA query_only=ON"); !done) return cannot_open("", done.error().detail);
    } else if (auto done = connection->execute("PRAGMA cache_size=-16000"); !done) {
        return cannot_open("", done.error().detail);
    }
    return connection;
}

}  // namespace

Result<std::unique_ptr<Database>> open_sqlite(const SqliteOptions& options) {
    const bool memory = options.path == ":memory:";
    if (!memory) {
        const auto parent = std::filesystem::path(options.path).parent_path();
        std::error_code failed;
        if (!parent.empty() && !std::filesystem::exists(parent, failed)) {
            std::filesystem::create_directories(parent, failed);
            if (!failed) std::filesystem::permissions(parent, std::filesystem::perms::owner_all, failed);
        }
    }
    // The database and its log hold health data: nobody else on the machine may read them.
    const auto before = umask(0077);
    auto writer = connect(options.path, true);
    umask(before);
    if (!writer) return std::move(writer).error();
    std::vector<std::unique_ptr<SqliteConnection>> readers;
    for (int i = 0; !memory && i < options.readers; ++i) {
        AROEIRA_TRY(auto reader, connect(options.path, false));
        readers.push_back(std::move(reader));
    }
    return std::unique_ptr<Database>(std::make_unique<SqliteDatabase>(std::move(writer).value(), std::move(readers)));
}

Result<std::unique_ptr<Database>> open(const std::string& where) {
    if (where.starts_with("postgresql://") || where.starts_with("postgres://")) return open_postgres(where);
    return open_sqlite({.path = where});
}

}  // namespace aroeira::db
