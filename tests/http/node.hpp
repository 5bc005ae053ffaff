// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "platform/http/server.hpp"

namespace aroeira::testing {

/// A server with one route of each kind, in a directory of its own, for one test.
class Node {
public:
    using Adjust = void (*)(http::ServerOptions&);
    explicit Node(Adjust adjust = [](http::ServerOptions&) {});
    ~Node();

    struct Logged {
        std::string method, route, code, detail, request_id;
        int status;
        std::uint64_t bytes_in, bytes_out;
        double ms;
    };
    [[nodiscard]] std::vector<Logged> log();
    /// Waits until `count` requests were logged: an answer is seen before its line is written.
    [[nodiscard]] std::vector<Logged> log(std::size_t count);
    [[nodiscard]] std::uint16_t port() const { return server->port(); }
    [[nodiscard]] long spooled() const;

    std::filesystem::path directory;
    std::atomic<int> running{0};  ///< Handlers inside /api/v1/lento.
    std::atomic<int> streams_gone{0};  ///< Streams of /api/v1/infinito that were destroyed.
    std::atomic<bool> release{false};  ///< Lets /api/v1/espera answer.
    std::atomic<int> admitted{0};
    metrics::Registry metrics;
    std::unique_ptr<http::Server> server;

private:
    std::vector<http::Route> routes();
    std::mutex mutex_;
    std::vector<Logged> log_;
};

}  // namespace aroeira::testing
