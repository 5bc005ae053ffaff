// SPDX-License-Identifier: Apache-2.0
#include "platform/db/sqlite/connection.hpp"

#include <algorithm>
#include <cstring>

#include "platform/db/sqlite/file.hpp"
#include "platform/db/text_key.hpp"
#include "platform/db/transaction.hpp"

namespace aroeira::db::sqlite {
namespace {

int bind_text(sqlite3_stmt* statement, int place, std::string_view text) {
    // A null pointer would bind NULL: an empty text is not NULL.
    return sqlite3_bind_text64(statement, place, text.data() ? text.data() : "", text.size(), SQLITE_STATIC,
                               SQLITE_UTF8);
}

int bind_blob(sqlite3_stmt* statement, int place, std::string_view bytes) {
    return sqlite3_bind_blob64(statement, place, bytes.data() ? bytes.data() : "", bytes.size(), SQLITE_STATIC);
}

int bind_value(sqlite3_stmt* statement, int place, const Value& value) {
    const auto& v = value.variant();
    if (const auto* text = std::get_if<std::string_view>(&v)) return bind_text(statement, place, *text);
    if (const auto* number = std::get_if<std::int64_t>(&v)) return sqlite3_bind_int64(statement, place, *number);
    if (const auto* blob = std::get_if<Blob>(&v)) return bind_blob(statement, place, blob->bytes);
    if (const auto* real = std::get_if<double>(&v)) return sqlite3_bind_double(statement, place, *real);
    return sqlite3_bind_null(statement, place);
}

bool has_nul(const Value& value) {
    const auto* text = std::get_if<std::string_view>(&value.variant());
    return text && !text->empty() && std::memchr(text->data(), 0, text->size());
}

void text_key_in_sql(sqlite3_context* context, int, sqlite3_value** values) {
    if (sqlite3_value_type(values[0]) == SQLITE_NULL) return sqlite3_result_null(context);
    const auto* start = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
    if (!start) return sqlite3_result_error_nomem(context);
    sqlite3_result_int64(context, text_key({start, static_cast<std::size_t>(sqlite3_value_bytes(values[0]))}));
}

/// Where SQLite sorts what is too much for its memory: in the folder of the first database of the program.
void sort_beside(const std::string& path) {
    static const bool told = [&] {
        const auto slash = path.rfind('/');
        sqlite3_temp_directory = sqlite3_mprintf("%s", slash == path.npos ? "." : path.substr(0, std::max<std::size_t>(slash, 1)).c_str());
        return true;
    }();
    static_cast<void>(told);
}

std::string insert_text(const BulkTarget& target) {
    std::string sql = "INSERT INTO " + std::string(target.table) + " (";
    std::string places;
    for (std::size_t i = 0; i < target.columns.size(); ++i) {
        if (i) sql += ", ", places += ", ";
        sql += target.columns[i];
        places += "$" + std::to_string(i + 1);
    }
    return sql + ") VALUES (" + places + ")";
}

}  // namespace

Result<Statement> Statement::prepare(sqlite3* database, std::string_view name, std::string_view sql) {
    sqlite3_stmt* made = nullptr;
    const int code = sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &made, nullptr);
    if (code != SQLITE_OK) return error_of(database, code, name);
    if (!made) return wrong_statement(std::string(name) + ": empty statement");
    Statement statement;
    statement.handle_.reset(made);
    const int count = sqlite3_bind_parameter_count(made);
    for (int n = 1; n <= count; ++n) {
        const int place = sqlite3_bind_parameter_index(made, ("$" + std::to_string(n)).c_str());
        if (place == 0) return wrong_statement(std::string(name) + ": parameters are not $1 to $n");
        statement.place_.push_back(place);
    }
    return statement;
}

bool Statement::is_of(std::string_view sql) const { return sql == sqlite3_sql(handle()); }

Result<void> Statement::bind(std::string_view name, std::span<const Value> params) const {
    if (params.size() != place_.size())
        return wrong_statement(std::string(name) + ": takes " + std::to_string(place_.size()) + " parameters and got " +
                               std::to_string(params.size()));
    for (std::size_t i = 0; i < params.size(); ++i) {
        if (has_nul(params[i])) return unstorable_text(std::string(name) + ": NUL in $" + std::to_string(i + 1));
        const int code = bind_value(handle(), place_[i], params[i]);
        if (code != SQLITE_OK) return error_of(sqlite3_db_handle(handle()), code, name);
    }
    return {};
}

Result<std::unique_ptr<Connection>> Connection::open(const std::string& path, Role role) {
    const bool in_memory = role == Role::memory;
    if (!in_memory) AROEIRA_CHECK(prepare_file(path));
    // Counting the memory of SQLite takes a lock at every allocation, and nobody asks for the count.
    static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    INVARIANT(uncounted == SQLITE_OK, "SQLite was used before it was configured");
    if (!in_memory) sort_beside(path);
    sqlite3* made = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &made,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX |
                                         SQLITE_OPEN_EXRESCODE,
                                     nullptr);
    std::unique_ptr<Connection> connection(new Connection);
    connection->handle_.reset(made);
    if (code != SQLITE_OK) return cannot_open(path, made, code);
    AROEIRA_CHECK(connection->configure(path, role));
    return connection;
}

Result<void> Connection::configure(const std::string& path, Role role) {
    sqlite3* database = handle();
    sqlite3_busy_timeout(database, static_cast<int>(kPatience.count()));
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    const int made = sqlite3_create_function_v2(database, "text_key", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, nullptr,
                                                text_key_in_sql, nullptr, nullptr, nullptr);
    if (made != SQLITE_OK) return cannot_open(path, database, made);
    // temp_store: rows of people that are sorted must not land in /tmp. What the writer sorts may be a whole table, in a
    // migration: it lands beside the database, in a file without a name.
    const char* settings =
        role == Role::reader
            ? "PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF; PRAGMA query_only=ON; "
              "PRAGMA cache_size=-4096; SELECT count(*) FROM sqlite_master"
            : "PRAGMA page_size=8192; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
              "PRAGMA temp_store=FILE; PRAGMA trusted_schema=OFF; PRAGMA cache_size=-196608; "
              "SELECT count(*) FROM sqlite_master";
    const int code = sqlite3_exec(database, settings, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return cannot_open(path, database, code);
    // Replaces SQLite's own checkpoint at 1000 pages; the Database decides when.
    sqlite3_wal_hook(
        database,
        [](void* self, sqlite3*, const char*, int pages) {
            static_cast<Connection*>(self)->wal_pages_ = pages;
            return SQLITE_OK;
        },
        this);
    return {};
}

Result<Statement*> Connection::statement(const Query& query) {
    const auto found = kept_.find(query.sql.data());
    // The address is only a quick key: a text that is not a literal may have been replaced.
    if (found != kept_.end() && found->second.is_of(query.sql)) return &found->second;
    AROEIRA_TRY(auto made, Statement::prepare(handle(), query.name, query.sql));
    return &kept_.insert_or_assign(query.sql.data(), std::move(made)).first->second;
}

Result<Statement*> Connection::insert_of(const BulkTarget& target) {
    auto sql = insert_text(target);
    const auto found = inserts_.find(sql);
    if (found != inserts_.end()) return &found->second;
    AROEIRA_TRY(auto made, Statement::prepare(handle(), target.table, sql));
    return &inserts_.emplace(std::move(sql), std::move(made)).first->second;
}

Result<void> Connection::execute(const Query& query) {
    AROEIRA_TRY(Statement* const prepared, statement(query));
    const int code = sqlite3_step(prepared->handle());
    std::optional<Error> failure;
    if (code != SQLITE_DONE && code != SQLITE_ROW) failure = error_of(handle(), code, query.name);
    sqlite3_reset(prepared->handle());
    if (failure) return std::move(*failure);
    return {};
}

Error error_of(sqlite3* database, int code, std::string_view name) {
    // SQLite's own text names tables and constraints, never values.
    auto detail = std::string(name) + ": SQLite " + std::to_string(code) + ": " + sqlite3_errmsg(database);
    switch (code & 0xff) {
        case SQLITE_CONSTRAINT: return broken_constraint(std::move(detail));
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return unavailable("O banco de dados está ocupado por outro programa. Feche-o ou aguarde e tente de novo.",
                               std::move(detail));
        case SQLITE_FULL:
            return unavailable("O disco está cheio e nada foi gravado. Libere espaço e tente de novo.",
                               std::move(detail));
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_CANTOPEN:
            return unavailable("Sem permissão para gravar no banco de dados. Confira o dono da pasta de dados.",
                               std::move(detail));
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return unavailable("O arquivo do banco de dados está danificado. Pare o programa e restaure a última cópia "
                               "de segurança.",
                               std::move(detail));
        case SQLITE_TOOBIG:
            return Error{ErrorKind::too_large, "DB-0008", "O conteúdo é grande demais para o banco de dados.", {},
                         std::move(detail)};
        case SQLITE_IOERR:
        case SQLITE_NOMEM:
        case SQLITE_INTERRUPT:
            return unavailable("O disco não respondeu como devia e nada foi gravado. Confira o disco e tente de novo.",
                               std::move(detail));
        default: return wrong_statement(std::move(detail));
    }
}

}  // namespace aroeira::db::sqlite
