// SPDX-License-Identifier: Apache-2.0
#include "platform/db/sqlite/session.hpp"

#include "platform/db/transaction.hpp"

namespace aroeira::db::sqlite {
namespace {

class CurrentRow final : public Row {
public:
    explicit CurrentRow(sqlite3_stmt* statement) : statement_(statement) {}
    [[nodiscard]] bool is_null(int column) const override {
        return sqlite3_column_type(statement_, column) == SQLITE_NULL;
    }
    [[nodiscard]] std::int64_t integer(int column) const override { return sqlite3_column_int64(statement_, column); }
    [[nodiscard]] double real(int column) const override { return sqlite3_column_double(statement_, column); }
    [[nodiscard]] std::string_view text(int column) const override {
        const auto* start = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
        return start ? std::string_view(start, size(column)) : std::string_view();
    }
    [[nodiscard]] std::string_view blob(int column) const override {
        const auto* start = static_cast<const char*>(sqlite3_column_blob(statement_, column));
        return start ? std::string_view(start, size(column)) : std::string_view();
    }

private:
    [[nodiscard]] std::size_t size(int column) const {
        return static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
    }
    sqlite3_stmt* statement_;
};

/// Holds a statement while it is stepped, and gives it back ready for the next time.
class Execution {
public:
    static Result<Execution> begin(Connection& connection, const Query& query, std::span<const Value> params) {
        AROEIRA_TRY(Statement* const kept, connection.statement(query));
        Execution execution;
        execution.statement_ = kept;
        if (kept->busy()) {
            // The same query inside a visit of itself: it needs a statement of its own.
            AROEIRA_TRY(auto own, Statement::prepare(connection.handle(), query.name, query.sql));
            execution.own_ = std::make_unique<Statement>(std::move(own));
            execution.statement_ = execution.own_.get();
        }
        AROEIRA_CHECK(execution.statement_->bind(query.name, params));
        return execution;
    }
    Execution(Execution&& other) noexcept
        : own_(std::move(other.own_)), statement_(std::exchange(other.statement_, nullptr)) {}
    Execution& operator=(Execution&&) = delete;
    ~Execution() {
        if (statement_) sqlite3_reset(statement_->handle());
    }
    [[nodiscard]] sqlite3_stmt* handle() const { return statement_->handle(); }

private:
    Execution() = default;
    std::unique_ptr<Statement> own_;
    Statement* statement_ = nullptr;
};

class PreparedInsert final : public Bulk {
public:
    PreparedInsert(TransactionSession& session, Connection& connection, Statement& statement, std::string_view table)
        : session_(session), connection_(connection), statement_(statement), table_(table) {}
    PreparedInsert(const PreparedInsert&) = delete;
    PreparedInsert& operator=(const PreparedInsert&) = delete;
    ~PreparedInsert() override {
        // PostgreSQL ends an abandoned COPY by failing the transaction.
        if (!finished_) session_.spoil(wrong_statement(table_ + ": bulk left unfinished"));
    }

    Result<void> add(std::span<const Value> row) override {
        if (session_.failure()) return *session_.failure();
        if (auto bound = statement_.bind(table_, row); !bound) return session_.spoil(std::move(bound).error());
        const int code = sqlite3_step(statement_.handle());
        if (code != SQLITE_DONE) {
            auto error = error_of(connection_.handle(), code, table_);
            sqlite3_reset(statement_.handle());
            return session_.spoil(std::move(error));
        }
        sqlite3_reset(statement_.handle());
        return {};
    }
    Result<void> finish() override {
        finished_ = true;
        if (session_.failure()) return *session_.failure();
        return {};
    }

private:
    TransactionSession& session_;
    Connection& connection_;
    Statement& statement_;
    std::string table_;
    bool finished_ = false;
};

}  // namespace

Error TransactionSession::spoil(Error error) {
    if (!failure_) failure_ = std::move(error);
    return *failure_;
}

Result<void> TransactionSession::each(const Query& query, Params params,
                                      const std::function<bool(const Row&)>& visit) {
    if (failure_) return *failure_;
    auto execution = Execution::begin(connection_, query, params);
    if (!execution) return spoil(std::move(execution).error());
    const CurrentRow row(execution->handle());
    for (;;) {
        const int code = sqlite3_step(execution->handle());
        if (code == SQLITE_DONE) return {};
        if (code != SQLITE_ROW) return spoil(error_of(connection_.handle(), code, query.name));
        if (!visit(row)) return {};
    }
}

Result<std::int64_t> TransactionSession::run(const Query& query, Params params) {
    if (failure_) return *failure_;
    auto execution = Execution::begin(connection_, query, params);
    if (!execution) return spoil(std::move(execution).error());
    int code = SQLITE_ROW;
    while (code == SQLITE_ROW) code = sqlite3_step(execution->handle());
    if (code != SQLITE_DONE) return spoil(error_of(connection_.handle(), code, query.name));
    return sqlite3_stmt_readonly(execution->handle()) ? 0 : sqlite3_changes64(connection_.handle());
}

Result<std::unique_ptr<Bulk>> TransactionSession::bulk(const BulkTarget& target) {
    if (failure_) return *failure_;
    auto statement = connection_.insert_of(target);
    if (!statement) return spoil(std::move(statement).error());
    return std::unique_ptr<Bulk>(
        std::make_unique<PreparedInsert>(*this, connection_, **statement, target.table));
}

}  // namespace aroeira::db::sqlite
