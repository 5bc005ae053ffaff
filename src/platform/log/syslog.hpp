// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "base/clock.hpp"
#include "base/result.hpp"

namespace aroeira::log {

/// One message to a server of logs.
struct SyslogMessage {
    Instant instant{};
    std::string id{};    ///< MSGID: what kind it is, without blanks.
    std::string text{};  ///< UTF-8, one line.
};

/// `<109>1 2026-10-07T17:05:09.123Z host aroeira pid id - text`. Source: RFC 5424, 6; facility 13 (audit), severity 5 (notice).
std::string syslog_line(const SyslogMessage& message, const std::string& host, long process);

/// Sends it to `udp://host:port` (one datagram) or `tcp://host:port` (counted octets). Source: RFC 5426, RFC 6587, 3.4.1.
/// Errors: `invalid_input` LOG-0001 for an address that is none; `unavailable` LOG-0002 when nobody takes it.
Result<void> send_syslog(const std::string& where, const SyslogMessage& message);

}  // namespace aroeira::log
