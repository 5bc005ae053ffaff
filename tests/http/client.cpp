// SPDX-License-Identifier: Apache-2.0
#include "tests/http/client.hpp"

#include <cerrno>
#include <stdexcept>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace aroeira::testing {

using Steady = std::chrono::steady_clock;

Client::Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_port = htons(port);
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&at), sizeof at) != 0)
        throw std::runtime_error("the server does not accept");
}

Client::~Client() {
    if (socket_ >= 0) ::close(socket_);
}

bool Client::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto n = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (n <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
}

bool Client::more(Steady::time_point until) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(until - Steady::now()).count();
    pollfd waiting{socket_, POLLIN, 0};
    if (left <= 0 || ::poll(&waiting, 1, static_cast<int>(left)) != 1) return false;
    char buffer[65536];
    const auto n = ::recv(socket_, buffer, sizeof buffer, 0);
    was_reset_ = n < 0 && errno == ECONNRESET;
    ended_ = n <= 0;
    if (ended_) return false;
    in_.append(buffer, static_cast<std::size_t>(n));
    return true;
}

Answer Client::answer(std::chrono::milliseconds time, bool head) {
    const auto until = Steady::now() + time;
    std::size_t end;
    while ((end = in_.find("\r\n\r\n")) == in_.npos)
        if (!more(until)) return {};
    Answer out;
    const auto status = std::stoi(in_.substr(9, 3));
    for (std::size_t at = in_.find("\r\n") + 2; at < end + 2;) {
        const auto stop = in_.find("\r\n", at);
        const auto colon = in_.find(':', at);
        auto name = in_.substr(at, colon - at);
        for (auto& c : name) c = static_cast<char>(::tolower(c));
        out.headers[name] = in_.substr(colon + 2, stop - colon - 2);
        at = stop + 2;
    }
    in_.erase(0, end + 4);
    if (out.headers.contains("transfer-encoding") && !head) {
        for (std::size_t size = 1; size > 0;) {
            std::size_t line;
            while ((line = in_.find("\r\n")) == in_.npos)
                if (!more(until)) return {};
            size = std::stoul(in_.substr(0, line), nullptr, 16);
            while (in_.size() < line + 2 + size + 2)
                if (!more(until)) return {};
            out.body += in_.substr(line + 2, size);
            in_.erase(0, line + 2 + size + 2);
        }
    } else if (out.headers.contains("content-length") && !head) {
        const auto size = std::stoul(out.headers["content-length"]);
        while (in_.size() < size)
            if (!more(until)) return {};
        out.body = in_.substr(0, size);
        in_.erase(0, size);
    }
    out.status = status;
    return out;
}

Answer Client::ask(std::string_view bytes) {
    send(bytes);
    return answer();
}

bool Client::ends_within(std::chrono::milliseconds time) {
    const auto until = Steady::now() + time;
    while (more(until)) {}
    return ended_;
}

void Client::finish_sending() { ::shutdown(socket_, SHUT_WR); }

void Client::reset() {
    const linger now{1, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    ::close(socket_);
    socket_ = -1;
}

std::string get(std::string_view path, std::string_view headers) {
    return "GET " + std::string(path) + " HTTP/1.1\r\nHost: nodo\r\n" + std::string(headers) +
           "\r\n";
}

std::string post(std::string_view path, std::string_view body, std::string_view headers) {
    return "POST " + std::string(path) +
           " HTTP/1.1\r\nHost: nodo\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
           std::string(headers) + "\r\n" + std::string(body);
}

}  // namespace aroeira::testing
