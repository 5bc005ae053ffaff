// SPDX-License-Identifier: Apache-2.0
#include <libpq-fe.h>

#include <charconv>
#include <unordered_map>

#include "platform/db/driver.hpp"

namespace aroeira::db {
namespace {

constexpr int kAttempts = 5;
constexpr std::size_t kCopyBytes = 1 << 18;

struct CloseConnection {
    void operator()(PGconn* handle) const { PQfinish(handle); }
};
struct ClearResult {
    void operator()(PGresult* result) const { PQclear(result); }
};
using Handle = std::unique_ptr<PGconn, CloseConnection>;
using Answer = std::unique_ptr<PGresult, ClearResult>;

/// 40001 serialization_failure, 40P01 deadlock_detected: the same transaction may succeed next time.
bool is_retriable(const Error& error) { return error.detail.find("[40001]") != std::string::npos || error.detail.find("[40P01]") != std::string::npos; }

Error error_of(PGconn* handle, const PGresult* result, std::string_view query) {
    const char* state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    const std::string code = state ? state : "";
    // Only the primary message: the DETAIL of a broken key quotes the values.
    const char* primary = result ? PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY) : nullptr;
    const std::string detail = std::string(query) + ": " + (primary ? primary : "connection lost") + " [" + code + "]";
    if (code.starts_with("23"))
        return {ErrorKind::conflict, "DB-0003", "O dado já existe ou contraria outro já gravado.", {}, detail};
    if (code == "53100") return unavailable("O disco do banco está cheio. Libere espaço e tente de novo: nada foi gravado.", detail);
    if (PQstatus(handle) != CONNECTION_OK) return unavailable("A conexão com o banco de dados caiu. Tente de novo em instantes.", detail);
    return unavailable("O banco de dados não respondeu. Tente de novo em instantes.", detail);
}

int nibble(char c) { return c <= '9' ? c - '0' : (c | 32) - 'a' + 10; }

class PostgresRow final : public Row {
public:
    explicit PostgresRow(const PGresult* result) : result_(result) {}
    void stand_on(int row) { row_ = row; }
    [[nodiscard]] bool is_null(int c) const override { return PQgetisnull(result_, row_, c) != 0; }
    [[nodiscard]] std::int64_t integer(int c) const override {
        const auto v = text(c);
        std::int64_t n = 0;
        std::from_chars(v.data(), v.data() + v.size(), n);
        return n;
    }
    [[nodiscard]] double real(int c) const override {
        const auto v = text(c);
        double n = 0;
        std::from_chars(v.data(), v.data() + v.size(), n);
        return n;
    }
    [[nodiscard]] std::string_view text(int c) const override {
        return {PQgetvalue(result_, row_, c), static_cast<std::size_t>(PQgetlength(result_, row_, c))};
    }
    /// bytea comes as \x and hexadecimal digits.
    [[nodiscard]] std::string_view blob(int c) const override {
        const auto hex = text(c);
        bytes_.clear();
        for (std::size_t i = 2; i + 1 < hex.size(); i += 2)
            bytes_ += static_cast<char>(nibble(hex[i]) << 4 | nibble(hex[i + 1]));
        return bytes_;
    }

private:
    const PGresult* result_;
    int row_ = 0;
    mutable std::string bytes_;
};

/// Parameters in the shape libpq wants. Numbers travel as text, bytes as binary.
class Parameters {
public:
    explicit Parameters(std::span<const Value> values) {
        numbers_.reserve(values.size());
        for (const Value& value : values) std::visit([this](const auto& v) { add(v); }, value.variant());
    }
    [[nodiscard]] int count() const { return static_cast<int>(pointers_.size()); }
    [[nodiscard]] const char* const* pointers() const { return pointers_.data(); }
    [[nodiscard]] const int* lengths() const { return lengths_.data(); }
    [[nodiscard]] const int* formats() const { return formats_.data(); }

private:
    void add(std::monostate) { push(nullptr, 0, 0); }
    void add(std::int64_t v) { add_number(v); }
    void add(double v) { add_number(v); }
    // libpq wants a text to end with a zero.
    void add(std::string_view v) { push(numbers_.emplace_back(v).c_str(), 0, 0); }
    void add(Blob v) { push(v.bytes.data() ? v.bytes.data() : "", static_cast<int>(v.bytes.size()), 1); }
    template <class N>
    void add_number(N v) {
        char buffer[40];
        numbers_.emplace_back(buffer, std::to_chars(buffer, buffer + sizeof buffer, v).ptr);
        push(numbers_.back().c_str(), 0, 0);
    }
    void push(const char* pointer, int length, int format) {
        pointers_.push_back(pointer);
        lengths_.push_back(length);
        formats_.push_back(format);
    }
    std::vector<std::string> numbers_;  // Reserved: the pointers stay.
    std::vector<const char*> pointers_;
    std::vector<int> lengths_, formats_;
};

class PostgresConnection {
public:
    PostgresConnection(Handle handle, std::string url) : handle_(std::move(handle)), url_(std::move(url)) {}
    [[nodiscard]] PGconn* handle() const { return handle_.get(); }

    Result<void> execute(const char* sql) {
        const Answer answer(PQexec(handle_.get(), sql));
        if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK) return error_of(handle_.get(), answer.get(), sql);
        return {};
    }
    /// A connection that broke while it was idle is made again.
    Result<void> ensure() {
        if (PQstatus(handle_.get()) == CONNECTION_OK) return {};
        prepared_.clear();
        handle_.reset(PQconnectdb(url_.c_str()));
        if (PQstatus(handle_.get()) != CONNECTION_OK)
            return unavailable("O servidor PostgreSQL não respondeu. Confira se ele está no ar.");
        return {};
    }
    Result<std::string> prepare(std::string_view name, std::string_view sql) {
        if (const auto found = prepared_.find(sql.data()); found != prepared_.end()) return found->second;
        std::string statement = "s" + std::to_string(prepared_.size());
        const Answer answer(PQprepare(handle_.get(), statement.c_str(), std::string(sql).c_str(), 0, nullptr));
        if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK) return error_of(handle_.get(), answer.get(), name);
        prepared_.emplace(sql.data(), statement);
        return statement;
    }

private:
    Handle handle_;
    std::string url_;
    std::unordered_map<const void*, std::string> prepared_;
};

/// COPY in text format.
class PostgresBulk final : public Bulk {
public:
    explicit PostgresBulk(PGconn* handle) : handle_(handle) {}
    ~PostgresBulk() override {
        if (finished_) return;
        PQputCopyEnd(handle_, "abandoned");
        while (const Answer answer{PQgetResult(handle_)}) {
        }
    }
    PostgresBulk(const PostgresBulk&) = delete;
    PostgresBulk& operator=(const PostgresBulk&) = delete;

    Result<void> add(std::span<const Value> row) override {
        bool first = true;
        for (const Value& value : row) {
            if (!first) buffer_ += '\t';
            first = false;
            std::visit([this](const auto& v) { put(v); }, value.variant());
        }
        buffer_ += '\n';
        return buffer_.size() >= kCopyBytes ? send() : Result<void>();
    }
    Result<void> finish() override {
        AROEIRA_CHECK(send());
        finished_ = true;
        if (PQputCopyEnd(handle_, nullptr) != 1) return error_of(handle_, nullptr, "bulk");
        Result<void> done;
        while (const Answer answer{PQgetResult(handle_)})
            if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK && done) done = error_of(handle_, answer.get(), "bulk");
        return done;
    }

private:
    void put(std::monostate) { buffer_ += "\\N"; }
    void put(std::int64_t v) { put_number(v); }
    void put(double v) { put_number(v); }
    void put(std::string_view v) {
        for (const char c : v) {
            switch (c) {
                case '\\': buffer_ += "\\\\"; break;
                case '\t': buffer_ += "\\t"; break;
                case '\n': buffer_ += "\\n"; break;
                case '\r': buffer_ += "\\r"; break;
                default: buffer_ += c;
            }
        }
    }
    void put(Blob v) {
        buffer_ += "\\\\x";
        for (const char c : v.bytes) {
            buffer_ += "0123456789abcdef"[static_cast<unsigned char>(c) >> 4];
            buffer_ += "0123456789abcdef"[static_cast<unsigned char>(c) & 15];
        }
    }
    template <class N>
    void put_number(N v) {
        char text[40];
        buffer_.append(text, std::to_chars(text, text + sizeof text, v).ptr);
    }
    Result<void> send() {
        if (buffer_.empty()) return {};
        const int sent = PQputCopyData(handle_, buffer_.data(), static_cast<int>(buffer_.size()));
        buffer_.clear();
        if (sent != 1) return error_of(handle_, nullptr, "bulk");
        return {};
    }
    PGconn* handle_;
    std::string buffer_;
    bool finished_ = false;
};

class PostgresSession final : public Session {
public:
    explicit PostgresSession(PostgresConnection& connection) : connection_(connection) {}

    Result<void> each(const Query& query, Params params, const std::function<bool(const Row&)>& visit) override {
        AROEIRA_TRY(const Answer answer, execute(query, params));
        PostgresRow row(answer.get());
        const int rows = PQntuples(answer.get());
        for (int i = 0; i < rows; ++i) {
            row.stand_on(i);
            if (!visit(row)) break;
        }
        return {};
    }
    Result<std::int64_t> run(const Query& query, Params params) override {
        AROEIRA_TRY(const Answer answer, execute(query, params));
        const std::string_view changed = PQcmdTuples(answer.get());
        std::int64_t count = 0;
        std::from_chars(changed.data(), changed.data() + changed.size(), count);
        return count;
    }
    Result<std::unique_ptr<Bulk>> bulk(const BulkTarget& target) override {
        std::string sql = "COPY " + std::string(target.table) + " (";
        for (const auto column : target.columns) {
            if (!sql.ends_with('(')) sql += ", ";
            sql += column;
        }
        sql += ") FROM STDIN";
        const Answer answer(PQexec(connection_.handle(), sql.c_str()));
        if (PQresultStatus(answer.get()) != PGRES_COPY_IN) return error_of(connection_.handle(), answer.get(), target.table);
        return std::unique_ptr<Bulk>(std::make_unique<PostgresBulk>(connection_.handle()));
    }
    using Session::each;
    using Session::run;

private:
    Result<Answer> execute(const Query& query, Params params) {
        AROEIRA_TRY(const std::string statement, connection_.prepare(query.name, query.sql));
        const Parameters values(params);
        Answer answer(PQexecPrepared(connection_.handle(), statement.c_str(), values.count(), values.pointers(),
                                     values.lengths(), values.formats(), 0));
        const auto status = PQresultStatus(answer.get());
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
            return error_of(connection_.handle(), answer.get(), query.name);
        return answer;
    }
    PostgresConnection& connection_;
};

class PostgresDatabase final : public Database {
public:
    void add(std::unique_ptr<PostgresConnection> connection) { pool_.add(std::move(connection)); }

    Result<void> write(const Body& body) override {
        const auto connection = pool_.borrow();
        for (int attempt = 1;; ++attempt) {
            auto done = transact(*connection, "BEGIN ISOLATION LEVEL READ COMMITTED", body);
            if (done || attempt == kAttempts || !is_retriable(done.error())) return done;
        }
    }
    Result<void> read(const Body& body) override {
        const auto connection = pool_.borrow();
        return transact(*connection, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", body);
    }
    [[nodiscard]] Engine engine() const override { return Engine::postgres; }

private:
    static Result<void> transact(PostgresConnection& connection, const char* begin, const Body& body) {
        AROEIRA_CHECK(connection.ensure());
        AROEIRA_CHECK(connection.execute(begin));
        Result<void> done;
        try {
            PostgresSession session(connection);
            done = body(session);
        } catch (...) {
            (void)connection.execute("ROLLBACK");
            throw;
        }
        if (done) {
            done = commit(connection);
            if (done) return {};
        }
        if (PQtransactionStatus(connection.handle()) != PQTRANS_IDLE) (void)connection.execute("ROLLBACK");
        return done;
    }
    /// COMMIT of a transaction a failed statement has ended answers ROLLBACK and no error.
    static Result<void> commit(PostgresConnection& connection) {
        const Answer answer(PQexec(connection.handle(), "COMMIT"));
        if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK) return error_of(connection.handle(), answer.get(), "COMMIT");
        if (std::string_view(PQcmdStatus(answer.get())) != "COMMIT")
            return unavailable("A gravação não foi confirmada pelo banco. Tente de novo: nada foi gravado.");
        return {};
    }
    Pool<PostgresConnection> pool_;
};

}  // namespace

Result<std::unique_ptr<Database>> open_postgres(const std::string& url, int connections) {
    auto database = std::make_unique<PostgresDatabase>();
    for (int i = 0; i < connections; ++i) {
        Handle handle(PQconnectdb(url.c_str()));
        if (PQstatus(handle.get()) != CONNECTION_OK)
            return Error{ErrorKind::unavailable, "DB-0002",
                         "O servidor PostgreSQL não pôde ser aberto. Confira máquina, porta, banco, usuário e senha em --banco."};
        PQsetNoticeProcessor(handle.get(), [](void*, const char*) {}, nullptr);
        database->add(std::make_unique<PostgresConnection>(std::move(handle), url));
    }
    return std::unique_ptr<Database>(std::move(database));
}

}  // namespace aroeira::db
