// SPDX-License-Identifier: Apache-2.0
#include "platform/db/postgres/session.hpp"

#include <charconv>

#include "platform/db/postgres/row_stream.hpp"
#include "platform/db/transaction.hpp"

namespace aroeira::db::postgres {

Error TransactionSession::spoil(Error error, std::string_view state) {
    if (!failure_) {
        failure_ = std::move(error);
        state_ = state;
    }
    return *failure_;
}

Error TransactionSession::spoil(const Answer& answer, std::string_view name) {
    return spoil(error_of(answer.get(), name), state_of(answer.get()));
}

Result<const char*> TransactionSession::begin_statement(std::string_view name, std::string_view sql, Params params) {
    if (failure_) return *failure_;
    if (active_) active_->keep_rest();
    const auto prepared = connection_.prepare(sql);
    if (!prepared.name) return spoil(prepared.failure, name);
    if (!parameters_.set(params)) return spoil(unstorable_text(std::string(name) + ": NUL in a text"));
    return prepared.name;
}

Result<void> TransactionSession::each(const Query& query, Params params,
                                      const std::function<bool(const Row&)>& visit) {
    AROEIRA_TRY(const char* const statement, begin_statement(query.name, query.sql, params));
    if (PQsendQueryPrepared(connection_.handle(), statement, parameters_.count(), parameters_.pointers(),
                            parameters_.lengths(), parameters_.formats(), 0) != 1)
        return spoil(Answer(), query.name);
    PQsetSingleRowMode(connection_.handle());
    RowStream rows(*this, connection_);
    CurrentRow row;
    for (;;) {
        const auto answer = rows.next();
        if (!answer) return {};
        switch (PQresultStatus(answer.get())) {
            case PGRES_SINGLE_TUPLE:
                row.stand_on(answer.get());
                if (!visit(row)) return {};
                break;
            case PGRES_TUPLES_OK:
            case PGRES_COMMAND_OK: break;
            default: return spoil(answer, query.name);
        }
    }
}

Result<std::int64_t> TransactionSession::run(const Query& query, Params params) {
    AROEIRA_TRY(const char* const statement, begin_statement(query.name, query.sql, params));
    const Answer answer(PQexecPrepared(connection_.handle(), statement, parameters_.count(), parameters_.pointers(),
                                       parameters_.lengths(), parameters_.formats(), 0));
    const auto status = PQresultStatus(answer.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) return spoil(answer, query.name);
    if (std::string_view(PQcmdStatus(answer.get())).starts_with("SELECT")) return std::int64_t{0};
    const std::string_view changed = PQcmdTuples(answer.get());
    std::int64_t rows = 0;
    std::from_chars(changed.data(), changed.data() + changed.size(), rows);
    return rows;
}

Result<std::unique_ptr<Bulk>> TransactionSession::bulk(const BulkTarget& target) {
    if (failure_) return *failure_;
    if (active_) active_->keep_rest();
    return begin_copy(*this, connection_, target);
}

}  // namespace aroeira::db::postgres
