// SPDX-License-Identifier: Apache-2.0
#include "app/request_limit.hpp"

namespace aroeira::app {
namespace {

constexpr std::chrono::seconds kBetweenLooks{2};

}  // namespace

RequestLimitKeeper::RequestLimitKeeper(App& app, http::Server& server) : app_(app), server_(server) {
    look();
    thread_ = std::thread([this] { run(); });
}

RequestLimitKeeper::~RequestLimitKeeper() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    thread_.join();
}

void RequestLimitKeeper::look() {
    const auto chosen = app_.installation().unit.read([](instalacoes::Ports& ports) { return ports.settings.requests_max(); });
    if (!chosen || *chosen == now_) return;
    now_ = *chosen;
    server_.limit_running(now_);
}

void RequestLimitKeeper::run() {
    std::unique_lock lock(mutex_);
    while (!wake_.wait_for(lock, kBetweenLooks, [&] { return stopping_; })) {
        lock.unlock();
        look();
        lock.lock();
    }
}

}  // namespace aroeira::app
