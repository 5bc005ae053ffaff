// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "platform/db/sqlite/connection.hpp"

namespace aroeira::db::sqlite {

/// A transaction on one connection. The first statement that fails spoils it, as PostgreSQL does:
/// what passes a test on one engine must not fail on the other.
class TransactionSession final : public Session {
public:
    explicit TransactionSession(Connection& connection) : connection_(connection) {}

    using Session::each;
    using Session::run;
    Result<void> each(const Query& query, Params params, const std::function<bool(const Row&)>& visit) override;
    Result<std::int64_t> run(const Query& query, Params params) override;
    Result<std::unique_ptr<Bulk>> bulk(const BulkTarget& target) override;
    [[nodiscard]] Engine engine() const override { return Engine::sqlite; }

    [[nodiscard]] const std::optional<Error>& failure() const { return failure_; }
    Error spoil(Error error);

private:
    Connection& connection_;
    std::optional<Error> failure_;
};

}  // namespace aroeira::db::sqlite
