// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <atomic>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "platform/http/load.hpp"

namespace aroeira::http {

/// Threads for what may block. The queue is bounded by `reserve`: work that began (a body being
/// spooled, an answer being streamed) is always taken, new work only while there is room. How many
/// work at once can be changed while it runs; what is under way is never cut short for it.
class WorkerPool {
public:
    class Work {
    public:
        virtual ~Work() = default;
        virtual void run() noexcept = 0;
    };

    WorkerPool(int running_max, int queued_max, LoadMeters meters);
    ~WorkerPool();  ///< Runs what is queued, then joins.

    /// At least one.
    void limit(int running_max);
    /// A place for one new piece of work, to be followed by `post`. False when the queue is full.
    [[nodiscard]] bool reserve() noexcept;
    void post(std::unique_ptr<Work> work, bool reserved);
    void join();

private:
    struct Item {
        std::unique_ptr<Work> work;
        bool reserved;
    };
    void serve();
    [[nodiscard]] bool may_run() const { return !items_.empty() && running_ < running_max_; }

    const int queued_max_;
    LoadMeters meters_;
    std::atomic<int> queued_{0};
    std::mutex mutex_;
    std::condition_variable ready_;
    std::deque<Item> items_;
    int running_max_ = 0;
    int running_ = 0;
    int most_ = 0;
    bool closing_ = false;
    std::vector<std::thread> threads_;  ///< As many as the highest limit so far; the others sleep.
};

}  // namespace aroeira::http
