// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "platform/db/postgres/connection.hpp"
#include "platform/db/postgres/parameters.hpp"

namespace aroeira::db::postgres {

class RowStream;

/// A transaction on one connection. The first statement that fails spoils it.
class TransactionSession final : public Session {
public:
    explicit TransactionSession(Connection& connection) : connection_(connection) {}

    using Session::each;
    using Session::run;
    Result<void> each(const Query& query, Params params, const std::function<bool(const Row&)>& visit) override;
    Result<std::int64_t> run(const Query& query, Params params) override;
    Result<std::unique_ptr<Bulk>> bulk(const BulkTarget& target) override;
    [[nodiscard]] Engine engine() const override { return Engine::postgres; }

    [[nodiscard]] const std::optional<Error>& failure() const { return failure_; }
    /// SQLSTATE of the failure; "" when it was not the server's.
    [[nodiscard]] const std::string& failure_state() const { return state_; }
    Error spoil(Error error, std::string_view state = {});
    Error spoil(const Answer& answer, std::string_view name);

private:
    friend class RowStream;
    Result<const char*> begin_statement(std::string_view name, std::string_view sql, Params params);

    Connection& connection_;
    Parameters parameters_;
    RowStream* active_ = nullptr;  ///< The innermost `each` that still has rows on the wire.
    std::optional<Error> failure_;
    std::string state_;
};

/// COPY … FROM STDIN in the binary format. Errors: DB-0003, DB-0004, DB-0006.
Result<std::unique_ptr<Bulk>> begin_copy(TransactionSession& session, Connection& connection, const BulkTarget& target);

}  // namespace aroeira::db::postgres
