// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <libpq-fe.h>

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "platform/db/postgres/address.hpp"
#include "platform/db/session.hpp"

namespace aroeira::db::postgres {

struct ClearAnswer {
    void operator()(PGresult* r) const { PQclear(r); }
};
using Answer = std::unique_ptr<PGresult, ClearAnswer>;

/// SQLSTATE of a failed answer, "" when the connection itself failed.
std::string_view state_of(const PGresult* answer);

/// What a failure means to the caller. Errors: DB-0003, DB-0004, DB-0006 or DB-0007 by its class.
/// The detail never holds a value of the statement.
Error error_of(const PGresult* answer, std::string_view name);

/// One connection to a server with its prepared statements. Used by one thread at a time.
class Connection {
public:
    /// Errors: `unavailable` DB-0002.
    static Result<std::unique_ptr<Connection>> open(const Address& address);
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    [[nodiscard]] PGconn* handle() const { return handle_.get(); }
    [[nodiscard]] bool alive() const { return PQstatus(handle()) == CONNECTION_OK; }
    [[nodiscard]] bool in_transaction() const {
        const auto status = PQtransactionStatus(handle());
        return status != PQTRANS_IDLE && status != PQTRANS_UNKNOWN;
    }
    Answer execute(const char* sql) const { return Answer(PQexec(handle(), sql)); }

    /// The server-side name of the kept statement, or the failed answer.
    struct Prepared {
        const char* name;  ///< Null when it failed.
        Answer failure;
    };
    Prepared prepare(std::string_view sql);

    /// The column types of a COPY, asked once, or the failed answer.
    struct Columns {
        const std::vector<Oid>* types;  ///< Null when it failed.
        Answer failure;
    };
    Columns columns_of(const BulkTarget& target);

private:
    struct Finish {
        void operator()(PGconn* c) const { PQfinish(c); }
    };
    struct Kept {
        std::string text;
        std::string name;
    };
    Connection() = default;
    Result<void> accept(const Address& address) const;

    std::unique_ptr<PGconn, Finish> handle_;
    std::unordered_map<const char*, Kept> kept_;
    std::unordered_map<std::string, std::vector<Oid>> columns_;
    int made_ = 0;
};

}  // namespace aroeira::db::postgres
