// SPDX-License-Identifier: Apache-2.0
#pragma once
// Included by server.cpp only: the part of Connection that receives bodies.
#include <typeinfo>

#include "platform/http/loop/refusals.hpp"
#include "platform/http/loop/transport.hpp"

namespace aroeira::http {

inline Task<void> Connection::read_body() {
    const auto& limits = engine_.options.limits;
    sink_.emplace(engine_.options.spool_dir, limits.memory_bytes_max);
    parser_->receive_into(*sink_, route_->body_bytes_max);
    bool admitted = false;
    if (parser_->content_length().value_or(0) > limits.memory_bytes_max) {
        admitted = co_await admit();
        if (!admitted) co_return;
    }
    if (framing_.expects_continue && in_begin_ == in_end_ && !framing_.http_10)
        out_ += "HTTP/1.1 100 Continue\r\n\r\n";
    enter_transfer(Phase::body);
    bool starved = in_begin_ == in_end_;
    while (!parser_->is_done()) {
        if (starved) {
            const bool received = co_await receive();
            if (!received && expired_) refuse(408, too_slow());
            else if (!received) close();
            if (!received) co_return;
        }
        beast::error_code problem;
        in_begin_ +=
            parser_->put(asio::buffer(in_.data() + in_begin_, in_end_ - in_begin_), problem);
        bytes_in_ = sink_->size();
        starved = problem == beast::http::error::need_more || in_begin_ == in_end_;
        if (problem == beast::http::error::body_limit)
            co_return refuse(413, too_large_body(route_->body_bytes_max));
        const bool broken = problem && problem != beast::http::error::need_more;
        if (broken || in_end_ - in_begin_ >= kBufferBody)  // what does not fit is no chunk header
            co_return refuse(400, malformed_request("um pedaço do corpo está malformado."));
        const bool large = sink_->size() > limits.memory_bytes_max;
        if (large && !admitted) {
            admitted = co_await admit();
            if (!admitted) co_return;
        }
        if (!sink_->wants_flush()) continue;
        const bool stored = co_await store_body(false);
        if (!stored) co_return;
    }
    co_await store_body(true);
}

/// Asks whether this client may send a body large enough to touch the disk.
inline Task<bool> Connection::admit() {
    if (!engine_.options.admit) co_return true;
    Result<void> may;
    enter(Phase::answering, std::chrono::milliseconds::max());
    co_await on_worker(
        [&]() noexcept {
            try {
                may = engine_.options.admit(*route_, request_);
            } catch (const std::exception& failure) {
                may = failure_of(typeid(failure).name());
            }
        },
        false);
    enter_transfer(Phase::body);
    if (!may) refuse(status_of(may.error().kind), may.error());
    co_return may.has_value();
}

/// Moves what waits in memory to the disk, away from the network thread; at the end makes the body.
inline Task<bool> Connection::store_body(bool last) {
    Result<void> stored;
    const auto store = [&]() noexcept {
        if (!last) {
            stored = sink_->flush();
        } else if (auto body = sink_->finish()) {
            request_.body = std::move(*body);
        } else {
            stored = body.error();
        }
    };
    if (sink_->size() <= engine_.options.limits.memory_bytes_max) {
        store();
    } else {
        enter(Phase::answering, std::chrono::milliseconds::max());
        co_await on_worker(store, false);
        enter_transfer(Phase::body);
    }
    if (!stored) refuse(status_of(stored.error().kind), stored.error());
    co_return stored.has_value();
}

}  // namespace aroeira::http
