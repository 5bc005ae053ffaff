// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <condition_variable>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "platform/db/session.hpp"

/// What both engines share. Seen by platform/db only.
namespace aroeira::db {

inline Error unavailable(std::string message, std::string detail = {}) {
    return {ErrorKind::unavailable, "DB-0004", std::move(message), {}, std::move(detail)};
}

/// Connections lent one at a time; whoever comes when all are out waits.
template <class Connection>
class Pool {
public:
    void add(std::unique_ptr<Connection> connection) {
        const std::lock_guard lock(mutex_);
        idle_.push_back(std::move(connection));
        waiting_.notify_one();
    }

    class Lease {
    public:
        Lease(Pool& pool, std::unique_ptr<Connection> connection) : pool_(pool), connection_(std::move(connection)) {}
        ~Lease() { pool_.add(std::move(connection_)); }
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        Connection& operator*() const { return *connection_; }
        Connection* operator->() const { return connection_.get(); }

    private:
        Pool& pool_;
        std::unique_ptr<Connection> connection_;
    };

    Lease borrow() {
        std::unique_lock lock(mutex_);
        waiting_.wait(lock, [&] { return !idle_.empty(); });
        auto connection = std::move(idle_.back());
        idle_.pop_back();
        return Lease(*this, std::move(connection));
    }

private:
    std::mutex mutex_;
    std::condition_variable waiting_;
    std::vector<std::unique_ptr<Connection>> idle_;
};

}  // namespace aroeira::db
