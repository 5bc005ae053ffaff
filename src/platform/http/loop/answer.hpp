// SPDX-License-Identifier: Apache-2.0
#pragma once
// Included by server.cpp only: the part of Connection that calls handlers and sends answers.
#include <cstdio>
#include <typeinfo>

#include <sys/socket.h>

#include "platform/http/loop/refusals.hpp"
#include "platform/http/loop/transport.hpp"

namespace aroeira::http {

constexpr std::size_t kInlineBody = 32
                                    << 10;  ///< Copied beside its head: one write instead of two.

/// The one place where an exception of a handler ends. Its text may hold anything, even a name from
/// a database row, so only its type is kept.
inline void Connection::invoke() noexcept {
    try {
        auto result = route_->handle(request_);
        if (result) answer_ = std::move(*result);
        else refuse(status_of(result.error().kind), result.error());
    } catch (const std::exception& failure) {
        refuse(500, failure_of(typeid(failure).name()));
    } catch (...) {
        refuse(500, failure_of("?"));
    }
}

inline Task<void> Connection::call_handler() {
    const bool sent = co_await flush();
    if (!sent) co_return close();
    if (!engine_.pool.reserve())
        co_return refuse(503,
                         {ErrorKind::unavailable, "HTTP-0008",
                          "O servidor está ocupado. Aguarde alguns segundos e tente de novo."});
    enter(Phase::answering, std::chrono::milliseconds::max());
    co_await on_worker([this]() noexcept { invoke(); }, true);
}

/// Head, and a body small enough to be copied, into `out_`; a larger one stays in `rest_`.
inline void Connection::put_answer() {
    if (engine_.draining) closing_ = true;
    const bool stream = static_cast<bool>(answer_.stream) && has_body(answer_.status);
    const bool chunked = stream && !framing_.http_10;
    if (stream && !chunked) closing_ = true;
    if (!asset_) rest_ = answer_.body;
    HeadFacts facts{.date = loop_.now(), .request_id = request_.request_id};
    if (!stream && has_body(answer_.status)) facts.length = rest_.size();
    facts.chunked = chunked;
    facts.close = closing_;
    facts.keep_alive = framing_.http_10;
    facts.page = asset_ != nullptr;
    facts.strict_transport = tls_ && wants_strict_transport(request_.header("host"));
    write_head(out_, answer_, facts);
    ++gathered_;
    if (head_ || !has_body(answer_.status)) {
        rest_ = {};
        answer_.stream = nullptr;
    }
    bytes_out_ = rest_.size();
    if (rest_.size() <= kInlineBody) {
        out_ += rest_;
        rest_ = {};
    }
}

/// Whether the client closed its side. Nobody who still wants an answer does.
inline bool Connection::client_left() {
    char byte;
    return ::recv(socket_.native_handle(), &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 0;
}

inline Task<void> Connection::send_stream() {
    const bool chunked = !framing_.http_10;
    rest_ = {};
    std::string chunk;
    for (bool more = true; more;) {
        bool failed = false;
        chunk.clear();
        enter(Phase::answering, std::chrono::milliseconds::max());
        co_await on_worker(
            [&]() noexcept {
                try {
                    more = answer_.stream(chunk);
                } catch (const std::exception& failure) {
                    failed = true;
                    detail_ = typeid(failure).name();
                } catch (...) {
                    failed = true;
                }
            },
            false);
        if (failed) code_ = "HTTP-0009";
        // Without the last chunk the client sees that the answer was cut.
        if (failed || !socket_.is_open() || client_left()) co_return close();
        bytes_out_ += chunk.size();
        if (chunked && !chunk.empty()) {
            char size[24];
            out_.append(size, static_cast<std::size_t>(
                                  std::snprintf(size, sizeof size, "%zx\r\n", chunk.size())));
        }
        rest_ = chunk;
        const bool sent = co_await flush();
        if (!sent) co_return close();
        if (chunked && !chunk.empty()) out_ += "\r\n";
    }
    if (chunked) out_ += "0\r\n\r\n";
    answer_.stream = nullptr;
}

/// An idle connection keeps neither an answer nor a body, least of all its file.
inline void Connection::let_go() {
    request_.body = empty_body();
    sink_.reset();
    answer_ = Response{};
}

inline void Connection::log_access() {
    const std::chrono::duration<double, std::milli> time =
        std::chrono::steady_clock::now() - started_;
    engine_.meters.seconds.observe(time.count() / 1000);
    if (!engine_.options.access) return;
    engine_.options.access({.method = framing_.verb == beast::http::verb::unknown
                                          ? "?"
                                          : std::string_view(framing_.method),
                            .route = route_name_,
                            .status = answer_.status,
                            .bytes_in = bytes_in_,
                            .bytes_out = bytes_out_,
                            .ms = time.count(),
                            .request_id = request_.request_id,
                            .code = code_,
                            .detail = detail_});
}

}  // namespace aroeira::http
