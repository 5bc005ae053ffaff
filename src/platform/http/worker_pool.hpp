// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <atomic>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace aroeira::http {

/// Threads for what may block. The queue is bounded by `reserve`: work that began (a body being
/// spooled, an answer being streamed) is always taken, new work only while there is room.
class WorkerPool {
public:
    class Work {
    public:
        virtual ~Work() = default;
        virtual void run() noexcept = 0;
    };

    WorkerPool(int threads, int queued_max);
    ~WorkerPool();  ///< Runs what is queued, then joins.

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

    const int queued_max_;
    std::atomic<int> queued_{0};
    std::mutex mutex_;
    std::condition_variable ready_;
    std::deque<Item> items_;
    bool closing_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace aroeira::http
