// SPDX-License-Identifier: Apache-2.0
#include <atomic>
#include <thread>

#include "platform/db/pool.hpp"
#include "platform/db/sqlite/session.hpp"
#include "platform/db/transaction.hpp"

namespace aroeira::db {
namespace sqlite {
namespace {

constexpr Query kBegin{"sqlite.begin", "BEGIN"};
constexpr Query kBeginWrite{"sqlite.begin_write", "BEGIN IMMEDIATE"};
constexpr Query kCommit{"sqlite.commit", "COMMIT"};
constexpr Query kRollback{"sqlite.rollback", "ROLLBACK"};

// Pages of 8 kB. A copy from the log to the file costs two fsyncs, so a small one is not worth it;
// past the ceiling the writer itself waits, or the log would grow as long as somebody writes.
constexpr int kWalWorthCopying = 2'000;
constexpr int kWalCeiling = 32'000;

/// BEGIN now; ROLLBACK at the end unless it was committed.
class Transaction {
public:
    explicit Transaction(Connection& connection) : connection_(connection) {}
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction() {
        // SQLite may have rolled back by itself (disk full).
        if (sqlite3_get_autocommit(connection_.handle()) == 0) static_cast<void>(connection_.execute(kRollback));
    }
    Result<void> begin(const Query& how) { return connection_.execute(how); }
    Result<void> commit() { return connection_.execute(kCommit); }

private:
    Connection& connection_;
};

/// Copies the write-ahead log into the file beside the writer, which does not wait for it.
class Checkpointer {
public:
    explicit Checkpointer(std::unique_ptr<Connection> connection)
        : connection_(std::move(connection)), thread_([this] { work(); }) {}
    Checkpointer(const Checkpointer&) = delete;
    Checkpointer& operator=(const Checkpointer&) = delete;
    ~Checkpointer() {
        {
            const std::lock_guard lock(mutex_);
            ending_ = true;
        }
        changed_.notify_one();
        thread_.join();
    }
    void ask() {
        {
            const std::lock_guard lock(mutex_);
            asked_ = true;
        }
        changed_.notify_one();
    }

private:
    void work() {
        std::unique_lock lock(mutex_);
        for (;;) {
            changed_.wait(lock, [this] { return asked_ || ending_; });
            if (ending_) return;
            asked_ = false;
            lock.unlock();
            sqlite3_wal_checkpoint_v2(connection_->handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
            lock.lock();
        }
    }
    std::unique_ptr<Connection> connection_;
    std::mutex mutex_;
    std::condition_variable changed_;
    bool asked_ = false;
    bool ending_ = false;
    std::thread thread_;
};

Result<void> run_body(Connection& connection, const Database::Body& body, const Query& begin) {
    Transaction transaction(connection);
    AROEIRA_CHECK(transaction.begin(begin));
    TransactionSession session(connection);
    AROEIRA_CHECK(body(session));
    if (session.failure()) return *session.failure();
    return transaction.commit();
}

class FileDatabase final : public Database {
public:
    FileDatabase(const SqliteOptions& options, std::unique_ptr<Connection> first, std::unique_ptr<Connection> second)
        : writer_(1, keep(std::move(first), options.path, Role::writer)),
          readers_(options.readers, [path = options.path] { return Connection::open(path, Role::reader); }),
          checkpointer_(std::move(second)) {}

    Result<void> write(const Body& body) override {
        if (WriteScope::inside(this)) return nested_transaction();
        const WriteScope scope(this);
        AROEIRA_TRY(const auto writer, writer_.take(kPatience));
        AROEIRA_CHECK(run_body(*writer, body, kBeginWrite));
        if (writer->wal_pages() > kWalCeiling)
            sqlite3_wal_checkpoint_v2(writer->handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
        else if (writer->wal_pages() > kWalWorthCopying)
            checkpointer_.ask();
        writer->forget_wal_pages();
        return {};
    }
    Result<void> read(const Body& body) override {
        AROEIRA_TRY(const auto reader, readers_.take(kPatience));
        return run_body(*reader, body, kBegin);
    }
    [[nodiscard]] Engine engine() const override { return Engine::sqlite; }

private:
    static Pool<Connection>::Make keep(std::unique_ptr<Connection> first, const std::string& path, Role role) {
        return [path, role, kept = std::make_shared<std::unique_ptr<Connection>>(std::move(first))]()
                   -> Result<std::unique_ptr<Connection>> {
            if (*kept) return std::move(*kept);
            return Connection::open(path, role);
        };
    }
    Pool<Connection> writer_;
    Pool<Connection> readers_;
    Checkpointer checkpointer_;
};

/// Everything on one connection: a database in memory belongs to it.
class MemoryDatabase final : public Database {
public:
    explicit MemoryDatabase(std::unique_ptr<Connection> connection)
        : only_(1, [kept = std::make_shared<std::unique_ptr<Connection>>(std::move(connection))]()
                       -> Result<std::unique_ptr<Connection>> { return std::move(*kept); }) {}

    Result<void> write(const Body& body) override {
        return enter(kBeginWrite, [&](Connection&) { return body; });
    }
    // A mode of the connection would forget every prepared statement when it changes, so a read that
    // wrote is found out before its end, and undone.
    Result<void> read(const Body& body) override {
        return enter(kBegin, [&](Connection& connection) -> Body {
            return [&body, handle = connection.handle(), before = sqlite3_total_changes(connection.handle())](Session& session) -> Result<void> {
                AROEIRA_CHECK(body(session));
                if (sqlite3_total_changes(handle) != before) return wrong_statement("a read wrote");
                return {};
            };
        });
    }
    [[nodiscard]] Engine engine() const override { return Engine::sqlite; }

private:
    template <class Within>
    Result<void> enter(const Query& begin, Within within) {
        if (WriteScope::inside(this)) return nested_transaction();
        const WriteScope scope(this);
        AROEIRA_TRY(const auto connection, only_.take(kPatience));
        return run_body(*connection, within(*connection), begin);
    }
    Pool<Connection> only_;
};

}  // namespace
}  // namespace sqlite

Result<std::unique_ptr<Database>> open_sqlite(const SqliteOptions& options) {
    using sqlite::Connection;
    using sqlite::Role;
    if (options.path == ":memory:") {
        AROEIRA_TRY(auto only, Connection::open(options.path, Role::memory));
        return std::unique_ptr<Database>(std::make_unique<sqlite::MemoryDatabase>(std::move(only)));
    }
    AROEIRA_TRY(auto writer, Connection::open(options.path, Role::writer));
    AROEIRA_TRY(auto copier, Connection::open(options.path, Role::writer));
    return std::unique_ptr<Database>(
        std::make_unique<sqlite::FileDatabase>(options, std::move(writer), std::move(copier)));
}

}  // namespace aroeira::db
