// SPDX-License-Identifier: Apache-2.0
#include "tests/support/rude_server.hpp"

#include <atomic>
#include <charconv>
#include <stdexcept>
#include <thread>
#include <vector>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace aroeira::test {
namespace {

using namespace std::chrono_literals;

class SocketCaller final : public RudeServer::Caller {
public:
    SocketCaller(int socket, const std::atomic<bool>& ending) : socket_(socket), ending_(ending) {}
    ~SocketCaller() override { ::close(socket_); }
    [[nodiscard]] std::string_view asked() const override { return asked_; }
    bool say(std::string_view bytes) override {
        while (!bytes.empty()) {
            const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }
    bool listens() override {
        asked_.clear();
        while (!whole()) {
            pollfd wanted{socket_, POLLIN, 0};
            while (::poll(&wanted, 1, 10) == 0)
                if (ending_) return false;
            char buffer[16384];
            const auto got = ::recv(socket_, buffer, sizeof buffer, 0);
            if (got <= 0) return false;
            asked_.append(buffer, static_cast<std::size_t>(got));
        }
        return true;
    }
    void wait(std::chrono::milliseconds time) override {
        for (const auto until = std::chrono::steady_clock::now() + time; !ending_ && std::chrono::steady_clock::now() < until;)
            std::this_thread::sleep_for(5ms);
    }

private:
    [[nodiscard]] bool whole() const {
        const auto end = asked_.find("\r\n\r\n");
        if (end == asked_.npos) return asked_.starts_with('\x16');  // A TLS greeting: no request will come.
        constexpr std::string_view kLength = "Content-Length: ";
        const auto length = asked_.find(kLength);
        std::size_t body = 0;
        if (length < end) std::from_chars(asked_.data() + length + kLength.size(), asked_.data() + end, body);
        return asked_.size() >= end + 4 + body;
    }
    int socket_;
    const std::atomic<bool>& ending_;
    std::string asked_{};
};

}  // namespace

struct RudeServer::Impl {
    Answering answer;
    int listener = -1;
    std::uint16_t port = 0;
    std::atomic<bool> ending{false};
    std::atomic<int> callers{0};
    std::thread accepting{};
    std::vector<std::thread> answering{};

    void accept_all() {
        while (!ending) {
            pollfd wanted{listener, POLLIN, 0};
            if (::poll(&wanted, 1, 10) <= 0) continue;
            const int socket = ::accept(listener, nullptr, nullptr);
            if (socket < 0) continue;
            ++callers;
            answering.emplace_back([this, socket] {
                SocketCaller caller(socket, ending);
                if (caller.listens()) answer(caller);
            });
        }
    }
};

RudeServer::RudeServer(Answering answer) : impl_(new Impl{.answer = std::move(answer)}) {
    impl_->listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof at;
    auto* const address = reinterpret_cast<sockaddr*>(&at);
    if (::bind(impl_->listener, address, size) != 0 || ::listen(impl_->listener, 64) != 0 || ::getsockname(impl_->listener, address, &size) != 0)
        throw std::runtime_error("no port for a test server");
    impl_->port = ntohs(at.sin_port);
    impl_->accepting = std::thread([this] { impl_->accept_all(); });
}

RudeServer::~RudeServer() {
    impl_->ending = true;
    impl_->accepting.join();
    for (auto& thread : impl_->answering) thread.join();
    ::close(impl_->listener);
}

std::uint16_t RudeServer::port() const { return impl_->port; }
std::string RudeServer::url() const { return "http://127.0.0.1:" + std::to_string(impl_->port); }
int RudeServer::callers() const { return impl_->callers; }

}  // namespace aroeira::test
