// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "platform/http/http.hpp"

namespace aroeira::http {

/// What is answered besides the handler's own headers.
struct HeadFacts {
    std::string_view date;  ///< IMF-fixdate.
    std::string_view request_id;
    std::optional<std::uint64_t> length{};  ///< Absent: no Content-Length (chunked, or 204/304).
    bool chunked = false;
    bool close = false;
    bool keep_alive = false;  ///< Must be said to an HTTP/1.0 client.
    bool page = false;  ///< A file of the browser application, not data.
    bool strict_transport = false;  ///< Over TLS, for a name a browser may remember.
};

/// Appends the status line and all headers, security headers included, and the empty line.
/// A control character in a header value is replaced by a space: no handler can split an answer.
void write_head(std::string& out, const Response& response, const HeadFacts& facts);

std::string_view reason_of(int status);
/// Whether the answer has a body at all. Source: RFC 9110, 6.4.1.
constexpr bool has_body(int status) { return status >= 200 && status != 204 && status != 304; }
/// "Sun, 06 Nov 1994 08:49:37 GMT". Source: RFC 9110, 5.6.7.
std::string http_date(std::int64_t seconds_since_epoch);
/// HSTS is for names: a browser ignores it for an address, and for localhost it would shut the door
/// on every other program of the machine.
bool wants_strict_transport(std::string_view host);

}  // namespace aroeira::http
