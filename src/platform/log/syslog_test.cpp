// SPDX-License-Identifier: Apache-2.0
#include "platform/log/syslog.hpp"

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

using namespace aroeira;

namespace {

/// A server of one message on a port of its own.
struct Listener {
    explicit Listener(int type) : descriptor(::socket(AF_INET, type, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        REQUIRE(::bind(descriptor, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
        socklen_t size = sizeof address;
        ::getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &size);
        port = ntohs(address.sin_port);
        if (type == SOCK_STREAM) ::listen(descriptor, 1);
    }
    ~Listener() { ::close(descriptor); }
    std::string receive(int from) const {
        std::array<char, 4096> bytes{};
        const auto count = ::recv(from, bytes.data(), bytes.size(), 0);
        return {bytes.data(), count > 0 ? static_cast<std::size_t>(count) : 0};
    }
    int descriptor;
    int port = 0;
};

const log::SyslogMessage kMessage{.instant = from_ms(1'787'000'000'123), .id = "selo", .text = R"({"ordem":7})"};

}  // namespace

TEST_CASE("[V16.4.3] a message has the form of RFC 5424") {
    CHECK(log::syslog_line(kMessage, "ubs", 42) == R"(<109>1 2026-08-17T20:53:20.123Z ubs aroeira 42 selo - {"ordem":7})");
    CHECK(log::syslog_line(kMessage, "", 1).find("Z - aroeira 1 ") != std::string::npos);
}

TEST_CASE("[V16.4.3] a message goes as one datagram, or over TCP with its length in front") {
    const Listener udp(SOCK_DGRAM);
    REQUIRE(log::send_syslog("udp://127.0.0.1:" + std::to_string(udp.port), kMessage));
    const auto datagram = udp.receive(udp.descriptor);
    CHECK(datagram.starts_with("<109>1 2026-08-17T20:53:20.123Z "));
    CHECK(datagram.ends_with(R"( selo - {"ordem":7})"));
    const Listener tcp(SOCK_STREAM);
    REQUIRE(log::send_syslog("tcp://127.0.0.1:" + std::to_string(tcp.port), kMessage));
    const int accepted = ::accept(tcp.descriptor, nullptr, nullptr);
    CHECK(tcp.receive(accepted) == std::to_string(datagram.size()) + " " + datagram);
    ::close(accepted);
}

TEST_CASE("an address that is none, and nobody there, are told") {
    for (const char* wrong : {"", "127.0.0.1:514", "udp://127.0.0.1", "http://x:1", "tcp://:1"}) CHECK(log::send_syslog(wrong, kMessage).error().code.text() == "LOG-0001");
    int port = 0;
    { port = Listener(SOCK_STREAM).port; }
    CHECK(log::send_syslog("tcp://127.0.0.1:" + std::to_string(port), kMessage).error().code.text() == "LOG-0002");
}
