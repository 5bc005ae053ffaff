// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <chrono>
#include <random>
#include <thread>

#include "platform/db/pool.hpp"
#include "platform/db/postgres/session.hpp"
#include "platform/db/schema.hpp"
#include "platform/db/transaction.hpp"

namespace aroeira::db {
namespace postgres {
namespace {

// Serializable, because SQLite is: a body that reads, decides and writes must be right on both.
constexpr const char* kBeginWrite = "BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE";
constexpr const char* kBeginRead = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

// A key that was free in our snapshot and taken at the insert: other looks tell whether the body would have seen it.
constexpr int kLooksAtTakenKey = 8;
constexpr std::chrono::microseconds kFirstPause{1'000};
constexpr std::chrono::microseconds kLongestPause{16'000};

/// What one try of a transaction came to.
struct Outcome {
    Result<void> result;
    std::string state{};  ///< SQLSTATE of what failed.
};

/// ROLLBACK at the end unless it was committed.
class Transaction {
public:
    explicit Transaction(Connection& connection) : connection_(connection) {}
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction() {
        if (connection_.alive() && connection_.in_transaction()) static_cast<void>(connection_.execute("ROLLBACK"));
    }
    Outcome commit() {
        const auto answer = connection_.execute("COMMIT");
        if (PQresultStatus(answer.get()) == PGRES_COMMAND_OK && std::string_view(PQcmdStatus(answer.get())) == "COMMIT")
            return {{}};
        if (!connection_.alive())
            return {unavailable("A conexão com o banco de dados caiu na hora de confirmar. Confira se a gravação apareceu "
                                "antes de repetir.",
                                "commit: connection lost")};
        return {error_of(answer.get(), "commit"), std::string(state_of(answer.get()))};
    }

private:
    Connection& connection_;
};

class ServerDatabase final : public Database {
public:
    ServerDatabase(Address address, int connections, std::unique_ptr<Connection> first)
        : address_(std::move(address)),
          pool_(connections, [this, kept = std::make_shared<std::unique_ptr<Connection>>(std::move(first))]()
                                 -> Result<std::unique_ptr<Connection>> {
              // Called without the pool's lock: only one caller may have the first connection.
              {
                  const std::lock_guard lock(first_mutex_);
                  if (*kept) return std::move(*kept);
              }
              return connect();
          }) {}

    Result<void> write(const Body& body) override {
        if (WriteScope::inside(this)) return nested_transaction();
        const WriteScope scope(this);
        return persist(body, kBeginWrite);
    }
    Result<void> read(const Body& body) override { return persist(body, kBeginRead); }
    [[nodiscard]] Engine engine() const override { return Engine::postgres; }

private:
    /// Tries again what lost against a concurrent transaction, as long as SQLite would wait for its
    /// writer. Those that lost wait for each other, so that on one node the first of them meets only
    /// newcomers; other nodes do not know of them, so the pauses grow.
    Result<void> persist(const Body& body, const char* begin) {
        const auto until = std::chrono::steady_clock::now() + kPatience;
        auto outcome = try_once(body, begin);
        int taken_keys = 0;
        if (!worth_another(outcome, taken_keys)) return std::move(outcome.result);
        std::unique_lock turn(losers_, kPatience);
        for (int retry = 1; std::chrono::steady_clock::now() < until; ++retry) {
            pause(retry);
            outcome = try_once(body, begin);
            if (!worth_another(outcome, taken_keys)) break;
        }
        return std::move(outcome.result);
    }

    static bool worth_another(const Outcome& outcome, int& taken_keys) {
        if (outcome.result) return false;
        if (outcome.state == "40001" || outcome.state == "40P01") return true;
        return outcome.state == "23505" && ++taken_keys <= kLooksAtTakenKey;
    }

    static void pause(int retry) {
        thread_local std::minstd_rand random{std::random_device{}()};
        const auto longest = std::min(kFirstPause.count() << std::min(retry, 10), kLongestPause.count());
        std::this_thread::sleep_for(std::chrono::microseconds(static_cast<std::int64_t>(random()) % longest));
    }

    Outcome try_once(const Body& body, const char* begin) {
        auto loan = pool_.take(kPatience);
        if (!loan) return {std::move(loan).error()};
        if (auto begun = begin_on(*loan, begin); !begun) {
            if (!(*loan)->alive()) loan->discard();
            return {std::move(begun).error()};
        }
        auto outcome = run_body(**loan, body);
        if (!(*loan)->alive()) loan->discard();
        return outcome;
    }

    /// BEGIN, on a new connection when the kept one died while idle: nothing was lost with it.
    Result<void> begin_on(Pool<Connection>::Loan& loan, const char* begin) {
        for (const bool kept_connection : {true, false}) {
            const auto answer = loan->execute(begin);
            if (PQresultStatus(answer.get()) == PGRES_COMMAND_OK) return {};
            if (loan->alive() || !kept_connection) return error_of(answer.get(), "begin");
            AROEIRA_TRY(auto made, connect());
            loan.replace(std::move(made));
        }
        return {};
    }

    static Outcome run_body(Connection& connection, const Body& body) {
        Transaction transaction(connection);
        TransactionSession session(connection);
        auto done = body(session);
        // A body may have swallowed the failure of a statement; the server has not.
        if (session.failure()) return {done ? Result<void>(*session.failure()) : std::move(done), session.failure_state()};
        if (!done) return {std::move(done)};
        return transaction.commit();
    }

    /// Errors: `unavailable` DB-0004: the server was there when the program began.
    Result<std::unique_ptr<Connection>> connect() const {
        auto made = Connection::open(address_);
        if (made) return made;
        return unavailable(made.error().message, made.error().detail);
    }

    Address address_;
    std::mutex first_mutex_;
    std::timed_mutex losers_;
    Pool<Connection> pool_;
};

}  // namespace
}  // namespace postgres

namespace {

Result<std::unique_ptr<Database>> open_at(postgres::Address address, int connections) {
    AROEIRA_TRY(auto first, postgres::Connection::open(address));
    return std::unique_ptr<Database>(
        std::make_unique<postgres::ServerDatabase>(std::move(address), connections, std::move(first)));
}

constexpr int kConnectionsOfARestore = 2;

}  // namespace

Result<std::unique_ptr<Database>> open_postgres(const std::string& url, int connections) {
    AROEIRA_TRY(auto address, postgres::Address::parse(url));
    return open_at(std::move(address), connections);
}

Result<std::unique_ptr<Database>> open_in_schema(const std::string& url, const std::string& name) {
    AROEIRA_TRY(const auto address, postgres::Address::parse(url));
    return open_at(address.in_schema(name), kConnectionsOfARestore);
}

}  // namespace aroeira::db
