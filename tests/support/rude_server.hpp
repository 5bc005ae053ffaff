// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace aroeira::test {

/// A server that answers exactly the bytes it is told to, so that a test can break the protocol from
/// the other side. Each connection: the first request is read, then `answer` speaks, then it closes.
class RudeServer {
public:
    class Caller {
    public:
        virtual ~Caller() = default;
        /// What it asked: the request line, the header and the body, as they came.
        [[nodiscard]] virtual std::string_view asked() const = 0;
        /// False when the caller is gone.
        virtual bool say(std::string_view bytes) = 0;
        /// Waits for the next request of the same connection; false when the caller is gone.
        virtual bool listens() = 0;
        /// Until then, or until the test ends.
        virtual void wait(std::chrono::milliseconds time) = 0;
    };
    using Answering = std::function<void(Caller&)>;

    explicit RudeServer(Answering answer);
    ~RudeServer();
    RudeServer(const RudeServer&) = delete;
    RudeServer& operator=(const RudeServer&) = delete;

    [[nodiscard]] std::uint16_t port() const;
    [[nodiscard]] std::string url() const;  ///< "http://127.0.0.1:port", without a path.
    [[nodiscard]] int callers() const;      ///< Connections so far.

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace aroeira::test
