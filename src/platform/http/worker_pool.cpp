// SPDX-License-Identifier: Apache-2.0
#include "platform/http/worker_pool.hpp"

namespace aroeira::http {

WorkerPool::WorkerPool(int threads, int queued_max) : queued_max_(queued_max) {
    threads_.reserve(static_cast<std::size_t>(threads));
    for (int i = 0; i < threads; ++i) threads_.emplace_back([this] { serve(); });
}

WorkerPool::~WorkerPool() { join(); }

bool WorkerPool::reserve() noexcept {
    if (queued_.fetch_add(1) < queued_max_) return true;
    queued_.fetch_sub(1);
    return false;
}

void WorkerPool::post(std::unique_ptr<Work> work, bool reserved) {
    {
        const std::lock_guard guard(mutex_);
        items_.push_back({std::move(work), reserved});
    }
    ready_.notify_one();
}

void WorkerPool::serve() {
    for (;;) {
        Item item;
        {
            std::unique_lock lock(mutex_);
            ready_.wait(lock, [this] { return closing_ || !items_.empty(); });
            if (items_.empty()) return;
            item = std::move(items_.front());
            items_.pop_front();
        }
        if (item.reserved) queued_.fetch_sub(1);
        item.work->run();
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
