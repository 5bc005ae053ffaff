// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace aroeira::db {

/// Connections lent one at a time, in the order they were asked for: a job that writes block after
/// block must not starve the person who logs in. Made on demand, kept when given back.
template <class T>
class Pool {
public:
    using Make = std::function<Result<std::unique_ptr<T>>()>;

    /// What a borrower holds; gives it back when it dies.
    class Loan {
    public:
        Loan(Pool& pool, std::unique_ptr<T> item) : pool_(&pool), item_(std::move(item)) {}
        Loan(Loan&& other) noexcept : pool_(std::exchange(other.pool_, nullptr)), item_(std::move(other.item_)) {}
        Loan& operator=(Loan&&) = delete;
        ~Loan() {
            if (pool_) pool_->give_back(std::move(item_));
        }
        T& operator*() const { return *item_; }
        T* operator->() const { return item_.get(); }
        /// The connection is broken: the next borrower gets a new one.
        void discard() { item_.reset(); }
        void replace(std::unique_ptr<T> item) { item_ = std::move(item); }

    private:
        Pool* pool_;
        std::unique_ptr<T> item_;
    };

    Pool(int size, Make make) : free_(size), make_(std::move(make)) {}

    /// Waits for its turn. Errors: `unavailable` DB-0004 when `patience` ends; those of `make`.
    Result<Loan> take(std::chrono::milliseconds patience) {
        std::unique_ptr<T> item;
        {
            std::unique_lock lock(mutex_);
            if (free_ > 0) {
                --free_;
            } else if (!wait_in_line(lock, patience)) {
                return Error{ErrorKind::unavailable, "DB-0004",
                             "O banco de dados está ocupado com outra tarefa longa. Aguarde um minuto e tente de novo.",
                             {}, "no connection became free in time"};
            }
            if (!idle_.empty()) {
                item = std::move(idle_.back());
                idle_.pop_back();
            }
        }
        Loan loan(*this, std::move(item));
        if (!has(loan)) {
            AROEIRA_TRY(auto made, make_());
            loan.replace(std::move(made));
        }
        return loan;
    }

private:
    struct Waiter {
        std::condition_variable turn{};
        bool called = false;
    };

    static bool has(const Loan& loan) { return loan.operator->() != nullptr; }

    bool wait_in_line(std::unique_lock<std::mutex>& lock, std::chrono::milliseconds patience) {
        Waiter me;
        line_.push_back(&me);
        if (me.turn.wait_for(lock, patience, [&] { return me.called; })) return true;
        line_.erase(std::find(line_.begin(), line_.end(), &me));
        return false;
    }

    void give_back(std::unique_ptr<T> item) {
        const std::lock_guard lock(mutex_);
        if (item) idle_.push_back(std::move(item));
        if (line_.empty()) {
            ++free_;
            return;
        }
        line_.front()->called = true;
        line_.front()->turn.notify_one();
        line_.pop_front();
    }

    std::mutex mutex_;
    std::deque<Waiter*> line_;
    std::vector<std::unique_ptr<T>> idle_;
    int free_;
    Make make_;
};

}  // namespace aroeira::db
