// SPDX-License-Identifier: Apache-2.0
#include "platform/http/worker_pool.hpp"

#include <algorithm>

namespace aroeira::http {

WorkerPool::WorkerPool(int running_max, int queued_max, LoadMeters meters) : queued_max_(queued_max), meters_(meters) { limit(running_max); }

WorkerPool::~WorkerPool() { join(); }

void WorkerPool::limit(int running_max) {
    {
        const std::lock_guard guard(mutex_);
        running_max_ = std::max(1, running_max);
        most_ = running_;
        meters_.limit.set(running_max_);
        meters_.most.set(most_);
        while (!closing_ && threads_.size() < static_cast<std::size_t>(running_max_)) threads_.emplace_back([this] { serve(); });
    }
    ready_.notify_all();
}

bool WorkerPool::reserve() noexcept {
    if (queued_.fetch_add(1) < queued_max_) return true;
    queued_.fetch_sub(1);
    meters_.refused.add();
    return false;
}

void WorkerPool::post(std::unique_ptr<Work> work, bool reserved) {
    {
        const std::lock_guard guard(mutex_);
        items_.push_back({std::move(work), reserved});
        meters_.waiting.add(1);
    }
    ready_.notify_one();
}

void WorkerPool::serve() {
    std::unique_lock lock(mutex_);
    for (;;) {
        ready_.wait(lock, [this] { return may_run() || (closing_ && items_.empty()); });
        if (items_.empty()) return;
        Item item = std::move(items_.front());
        items_.pop_front();
        most_ = std::max(most_, ++running_);
        meters_.waiting.add(-1);
        meters_.running.set(running_);
        meters_.most.set(most_);
        lock.unlock();
        if (item.reserved) queued_.fetch_sub(1);
        item.work->run();
        item.work.reset();
        lock.lock();
        meters_.running.set(--running_);
        // Whoever was told of it may have found the limit reached.
        if (may_run()) ready_.notify_one();
        if (closing_ && items_.empty()) ready_.notify_all();
    }
}

void WorkerPool::join() {
    {
        const std::lock_guard guard(mutex_);
        closing_ = true;
    }
    ready_.notify_all();
    for (auto& thread : threads_)
        if (thread.joinable()) thread.join();
}

}  // namespace aroeira::http
