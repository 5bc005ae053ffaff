// SPDX-License-Identifier: Apache-2.0
#pragma once
// Included by server.cpp only: Boost is compiled once.
#include <atomic>
#include <charconv>
#include <chrono>
#include <ctime>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "platform/http/assets.hpp"
#include "platform/http/router.hpp"
#include "platform/http/server.hpp"
#include "platform/http/wire.hpp"
#include "platform/http/worker_pool.hpp"

namespace aroeira::http {

namespace asio = boost::asio;
using Tcp = asio::ip::tcp;
// The concrete executor instead of the type-erased one: a tenth of the cost of a request.
using Executor = asio::io_context::executor_type;
template <class T>
using Task = asio::awaitable<T, Executor>;
constexpr asio::use_awaitable_t<Executor> kAwait;
constexpr auto kNoThrow = asio::as_tuple(kAwait);
using Socket = asio::basic_stream_socket<Tcp, Executor>;
using Acceptor = asio::basic_socket_acceptor<Tcp, Executor>;
using Timer = asio::basic_waitable_timer<std::chrono::steady_clock,
                                         asio::wait_traits<std::chrono::steady_clock>, Executor>;
using TlsStream = asio::ssl::stream<Socket&>;
using SteadyTime = std::chrono::steady_clock::time_point;
using TlsContext = std::shared_ptr<asio::ssl::context>;

class Connection;

/// What all connections share.
struct Engine {
    Engine(ServerOptions given, std::vector<Route> routes, std::span<const embedded::File> files)
        : options(std::move(given)),
          router(std::move(routes)),
          assets(files),
          meters(options.metrics ? *options.metrics : own_metrics),
          pool(options.workers, options.limits.queued_max, meters) {}

    const ServerOptions options;
    const Router router;
    const Assets assets;
    metrics::Registry own_metrics;  ///< Where nobody collects them.
    const LoadMeters meters;
    WorkerPool pool;
    std::atomic<bool> draining{false};

    [[nodiscard]] TlsContext tls() {
        const std::lock_guard guard(mutex_);
        return tls_;
    }
    void use(TlsContext context) {
        const std::lock_guard guard(mutex_);
        tls_ = std::move(context);
    }
    void opened() {
        const std::lock_guard guard(mutex_);
        ++connections_;
    }
    void closed() {
        const std::lock_guard guard(mutex_);
        if (--connections_ == 0) none_left_.notify_all();
    }
    [[nodiscard]] int connections() {
        const std::lock_guard guard(mutex_);
        return connections_;
    }
    /// False when some were still open after `time`.
    bool wait_for_none(std::chrono::milliseconds time) {
        std::unique_lock lock(mutex_);
        return none_left_.wait_for(lock, time, [this] { return connections_ == 0; });
    }

private:
    std::mutex mutex_;
    std::condition_variable none_left_;
    int connections_ = 0;
    TlsContext tls_;
};

/// One network thread: its connections belong to it and need no lock.
struct Loop {
    Loop(Engine& shared, std::string ids)
        : engine(shared), id_prefix(std::move(ids)), io(1), tick(io.get_executor()) {}

    /// The Date header's value, made once a second.
    [[nodiscard]] std::string_view now() {
        const auto second = static_cast<std::int64_t>(std::time(nullptr));
        if (second != date_second) {
            date_second = second;
            date = http_date(second);
        }
        return date;
    }
    /// Unique in this run and, but for chance, among runs; short enough not to allocate.
    [[nodiscard]] std::string next_request_id() {
        char digits[16];
        const auto end = std::to_chars(digits, digits + sizeof digits, ++request_count, 36).ptr;
        return id_prefix + std::string(digits, end);
    }

    Engine& engine;
    const std::string id_prefix;
    std::uint64_t request_count = 0;
    std::vector<Connection*> connections;  ///< Each knows its place.
    std::string date;
    std::int64_t date_second = 0;
    asio::io_context io;  ///< Last but its timer: its end destroys coroutines that use the rest.
    Timer tick;
    std::thread thread;
};

}  // namespace aroeira::http
