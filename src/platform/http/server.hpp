// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/embedded.hpp"
#include "base/result.hpp"
#include "platform/http/http.hpp"
#include "platform/http/load.hpp"

namespace aroeira::http {

/// One answered request, for the access log. It holds the route's template and never the path that
/// was asked for, so that no identifier and no query can reach a log.
struct Access {
    std::string_view method;
    std::string_view
        route;  ///< "/api/v1/recebimento/lotes/{lote}"; "(arquivo)" or "(nenhuma)" otherwise.
    int status = 0;
    std::uint64_t bytes_in = 0;  ///< Of the body received.
    std::uint64_t bytes_out = 0;  ///< Of the body sent.
    double ms = 0;  ///< From the first byte of the header to the answer.
    std::string_view request_id;
    std::string_view code{};  ///< Of the Error answered; "" on success.
    std::string_view
        detail{};  ///< `Error::detail`, or the type of an exception: for the operator only.
};

struct Limits {
    std::size_t header_bytes_max = 16 << 10;
    std::uint64_t memory_bytes_max = 256 << 10;  ///< A larger body goes to a file in `spool_dir`.
    int connections_max = 1024;
    int pipelined_max = 16;  ///< Answers gathered in one write; what a client sends ahead waits.
    int queued_max = 256;  ///< Requests waiting for a worker; beyond it 503 with Retry-After.
    std::chrono::milliseconds header_time{
        10'000};  ///< From the first byte to the end of the header.
    std::chrono::milliseconds request_time{60'000};  ///< For a body that fits in memory to arrive.
    std::chrono::milliseconds idle_time{75'000};  ///< Between two requests of a connection.
    /// In each window a transfer must move window × rate, or the connection is given up: a large
    /// body may take long, but only while it moves.
    std::chrono::milliseconds transfer_window{10'000};
    std::uint64_t transfer_bytes_per_s_min = 1024;
};

struct ServerOptions {
    std::string address = "0.0.0.0";
    int port = 8080;  ///< 0: any free one; -1: off. TLS is also recognised here.
    int port_tls = -1;  ///< 0: any free one; -1: off.
    std::string certificate{};  ///< PEM chain. Empty: no TLS.
    std::string key{};
    /// PEM; when given, a TLS client is asked for a certificate of it. Who has none is served too, and
    /// what is shown is in `Request::certificate`: the routes decide.
    std::string client_ca{};
    int network_threads = 1;
    int workers = 8;  ///< Requests worked on at once, until `limit_running` says otherwise.
    std::string spool_dir{};  ///< Made 0700 when absent; what an earlier run left there is removed.
    std::string also_under{};  ///< "/esus": what is asked below it is also at the root; a page is sent there.
    std::vector<std::string> trusted_proxies{};  ///< Addresses whose X-Forwarded-For/-Proto count.
    Limits limits{};
    metrics::Registry* metrics = nullptr;  ///< Where the load is told; it must outlive the server.
    /// Called once per answered request on a network thread: must be quick and not throw.
    std::function<void(const Access&)> access{};
    /// Asked on a worker before a body that will not fit in memory is read, so that who may not
    /// send it cannot fill the disk. The route's own check still runs.
    std::function<Result<void>(const Route&, const Request&)> admit{};
};

/// HTTP/1.1 and HTTPS in this process. Handlers run on a bounded pool of workers, `quick` routes on
/// the network thread. Everything that is not a route and not under /api is a file of `assets`, or
/// index.html for a path without an extension.
class Server {
public:
    Server(ServerOptions options, std::vector<Route> routes,
           std::span<const embedded::File> assets = {});
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Binds, then answers in the background.
    /// Errors: `unavailable` HTTP-0020 (port or address), HTTP-0021 (certificate or key),
    ///         HTTP-0022 (spool directory).
    Result<void> start();
    [[nodiscard]] std::uint16_t port() const;  ///< 0 when off.
    [[nodiscard]] std::uint16_t port_tls() const;  ///< 0 when off.

    /// Refuses new connections, closes idle ones, lets what is being answered finish for `grace`,
    /// then closes the rest. False when a handler was still running at the end: the destructor
    /// waits for it, so a program that must leave now leaves by `_Exit`.
    bool stop(std::chrono::milliseconds grace);

    /// How many requests are worked on at once from now on, at least one: the others wait their turn.
    void limit_running(int running_max);

    /// New connections use the certificate now in the files of the options; open ones keep theirs.
    /// Errors: `unavailable` HTTP-0021; the old certificate stays.
    Result<void> reload_certificate();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace aroeira::http
