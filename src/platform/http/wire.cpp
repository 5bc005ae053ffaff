// SPDX-License-Identifier: Apache-2.0
#include "platform/http/wire.hpp"

#include <charconv>
#include <cstdio>
#include <ctime>

#include "platform/http/target.hpp"

namespace aroeira::http {
namespace {

constexpr std::string_view kCommon =
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n"
    "Permissions-Policy: camera=(self), microphone=(), geolocation=(), payment=(), usb=()\r\n";
/// Data is never a page: it may load nothing and be framed by nobody.
constexpr std::string_view kData =
    "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n";
/// Everything from here, nothing inline. `data:` and `blob:` images are the icons of the design
/// system and previews; the camera is for the proof of presence.
constexpr std::string_view kPage =
    "Content-Security-Policy: default-src 'self'; img-src 'self' data: blob:; media-src 'self' "
    "blob:; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n";
constexpr std::string_view kStrictTransport = "Strict-Transport-Security: max-age=31536000; includeSubDomains\r\n";

void append_number(std::string& out, std::uint64_t value) {
    char digits[20];
    out.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

void append_header(std::string& out, std::string_view name, std::string_view value) {
    out += name;
    out += ": ";
    const auto start = out.size();
    out += value;
    for (auto i = start; i < out.size(); ++i)
        if (static_cast<unsigned char>(out[i]) < 0x20 || out[i] == 0x7F) out[i] = ' ';
    out += "\r\n";
}

}  // namespace

void write_head(std::string& out, const Response& response, const HeadFacts& facts) {
    out += "HTTP/1.1 ";
    append_number(out, static_cast<std::uint64_t>(response.status));
    out += ' ';
    out += reason_of(response.status);
    out += "\r\nDate: ";
    out += facts.date;
    out += "\r\nX-Request-Id: ";
    out += facts.request_id;
    out += "\r\n";
    if (has_body(response.status)) append_header(out, "Content-Type", response.content_type);
    if (facts.length) {
        out += "Content-Length: ";
        append_number(out, *facts.length);
        out += "\r\n";
    }
    if (facts.chunked) out += "Transfer-Encoding: chunked\r\n";
    if (facts.close) out += "Connection: close\r\n";
    else if (facts.keep_alive) out += "Connection: keep-alive\r\n";
    bool cache = false;
    for (const auto& [name, value] : response.headers) {
        append_header(out, name, value);
        cache = cache || equal_ignoring_case(name, "cache-control");
    }
    if (!cache) out += "Cache-Control: no-store\r\n";
    out += kCommon;
    out += facts.page ? kPage : kData;
    if (facts.strict_transport) out += kStrictTransport;
    out += "\r\n";
}

std::string_view reason_of(int status) {
    switch (status) {
        case 200: return "OK";
        case 201: return "Created";
        case 202: return "Accepted";
        case 204: return "No Content";
        case 206: return "Partial Content";
        case 207: return "Multi-Status";
        case 302: return "Found";
        case 303: return "See Other";
        case 304: return "Not Modified";
        case 307: return "Temporary Redirect";
        case 308: return "Permanent Redirect";
        case 400: return "Bad Request";
        case 401: return "Unauthorized";
        case 403: return "Forbidden";
        case 404: return "Not Found";
        case 405: return "Method Not Allowed";
        case 408: return "Request Timeout";
        case 409: return "Conflict";
        case 412: return "Precondition Failed";
        case 413: return "Content Too Large";
        case 415: return "Unsupported Media Type";
        case 417: return "Expectation Failed";
        case 422: return "Unprocessable Content";
        case 429: return "Too Many Requests";
        case 431: return "Request Header Fields Too Large";
        case 500: return "Internal Server Error";
        case 501: return "Not Implemented";
        case 503: return "Service Unavailable";
        case 505: return "HTTP Version Not Supported";
    }
    return "Other";
}

std::string http_date(std::int64_t seconds_since_epoch) {
    static constexpr const char* kDays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                              "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::time_t at = seconds_since_epoch;
    std::tm utc{};
    ::gmtime_r(&at, &utc);
    // Not strftime: its day and month names follow the locale of the process.
    char rest[40];
    const auto n = std::strftime(rest, sizeof rest, " %Y %H:%M:%S GMT", &utc);
    char day[4];
    std::snprintf(day, sizeof day, "%02d", utc.tm_mday);
    return std::string(kDays[utc.tm_wday]) + ", " + day + " " + kMonths[utc.tm_mon] +
           std::string(rest, n);
}

bool wants_strict_transport(std::string_view host) {
    if (host.empty() || host.front() == '[') return false;
    const auto name = host.substr(0, host.find(':'));
    return !equal_ignoring_case(name, "localhost") &&
           name.find_first_not_of("0123456789.") != name.npos;
}

}  // namespace aroeira::http
