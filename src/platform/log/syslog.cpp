// SPDX-License-Identifier: Apache-2.0
#include "platform/log/syslog.hpp"

#include <netdb.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <memory>

namespace aroeira::log {
namespace {

constexpr int kPriority = 13 * 8 + 5;
constexpr timeval kPatience{.tv_sec = 5, .tv_usec = 0};

struct Where {
    bool datagram = true;
    std::string host{};
    std::string port{};
};

Result<Where> where_of(const std::string& text) {
    const Error wrong{ErrorKind::invalid_input, "LOG-0001", "O servidor de registros não serve. Informe como udp://10.0.0.5:514 ou tcp://registros:601."};
    const bool udp = text.starts_with("udp://");
    if (!udp && !text.starts_with("tcp://")) return wrong;
    const auto rest = text.substr(6);
    const auto colon = rest.rfind(':');
    if (colon == rest.npos || colon == 0 || colon + 1 == rest.size()) return wrong;
    auto host = rest.substr(0, colon);
    if (host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
    return Where{udp, host, rest.substr(colon + 1)};
}

class Socket {
public:
    explicit Socket(int descriptor) : descriptor_(descriptor) {}
    ~Socket() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;
    [[nodiscard]] int get() const { return descriptor_; }

private:
    int descriptor_;
};

bool send_all(int descriptor, const std::string& bytes) {
    std::size_t sent = 0;
    while (sent < bytes.size()) {
        const auto count = ::send(descriptor, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (count <= 0) return false;
        sent += static_cast<std::size_t>(count);
    }
    return true;
}

}  // namespace

std::string syslog_line(const SyslogMessage& message, const std::string& host, long process) {
    const auto day = std::chrono::floor<std::chrono::days>(message.instant);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{message.instant - day};
    std::array<char, 64> instant{};
    std::snprintf(instant.data(), instant.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                  static_cast<unsigned>(date.day()), static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()), static_cast<int>(time.subseconds().count()));
    return "<" + std::to_string(kPriority) + ">1 " + instant.data() + " " + (host.empty() ? "-" : host) + " aroeira " + std::to_string(process) + " " + message.id + " - " + message.text;
}

Result<void> send_syslog(const std::string& where, const SyslogMessage& message) {
    AROEIRA_TRY(const auto to, where_of(where));
    const Error nobody{ErrorKind::unavailable, "LOG-0002", "O servidor de registros não respondeu. Confira o endereço, a porta e a rede."};
    std::array<char, 256> host{};
    ::gethostname(host.data(), host.size() - 1);
    const auto line = syslog_line(message, host.data(), static_cast<long>(::getpid()));
    addrinfo hints{};
    hints.ai_socktype = to.datagram ? SOCK_DGRAM : SOCK_STREAM;
    addrinfo* found = nullptr;
    if (::getaddrinfo(to.host.c_str(), to.port.c_str(), &hints, &found) != 0) return nobody;
    const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> all(found, &::freeaddrinfo);
    for (const auto* one = found; one != nullptr; one = one->ai_next) {
        const Socket socket(::socket(one->ai_family, one->ai_socktype | SOCK_CLOEXEC, one->ai_protocol));
        if (socket.get() < 0) continue;
        ::setsockopt(socket.get(), SOL_SOCKET, SO_SNDTIMEO, &kPatience, sizeof kPatience);
        if (::connect(socket.get(), one->ai_addr, one->ai_addrlen) != 0) continue;
        if (send_all(socket.get(), to.datagram ? line : std::to_string(line.size()) + " " + line)) return {};
    }
    return nobody;
}

}  // namespace aroeira::log
