// SPDX-License-Identifier: Apache-2.0
#pragma once
// Included by server.cpp only: the part of Connection that reads requests and routes them.
#include "platform/http/loop/refusals.hpp"
#include "platform/http/loop/transport.hpp"
#include "platform/http/problem.hpp"

namespace aroeira::http {

constexpr std::string_view kHeaderEnd = "\r\n\r\n";

inline Task<void> Connection::run() {
    const bool opened = co_await open();
    if (opened) co_await serve();
    co_await finish();
}

inline Task<void> Connection::serve() {
    const auto& limits = engine_.options.limits;
    while (!closing_) {
        const bool asked = co_await wait_for_header();
        if (!asked) break;
        begin_request();
        if (!answered_ && !parser_->is_done()) co_await read_body();
        if (!socket_.is_open()) break;
        enter(Phase::answering, std::chrono::milliseconds::max());
        if (!answered_) {
            if (route_->quick) {
                invoke();
            } else {
                co_await call_handler();
            }
        }
        put_answer();
        if (answer_.stream) {
            co_await send_stream();
        } else if (gathered_ >= limits.pipelined_max || out_.size() >= kBufferBody ||
                   !rest_.empty()) {
            co_await flush();
        }
        log_access();
        let_go();
    }
    if (socket_.is_open()) co_await flush();
}

/// False when there is nothing to answer: the client left, the server stops or time is up between
/// two requests. A header that broke off or a limit gives true with `header_bytes_` 0.
inline Task<bool> Connection::wait_for_header() {
    const auto& limits = engine_.options.limits;
    const bool waiting = in_begin_ == in_end_;
    enter(waiting ? Phase::idle : Phase::header, waiting ? limits.idle_time : limits.header_time);
    started_ = std::chrono::steady_clock::now();
    while (!header_complete()) {
        if (in_end_ - in_begin_ >= limits.header_bytes_max) co_return true;
        const bool received = co_await receive();
        if (!received) co_return phase_ == Phase::header&& expired_;
        if (phase_ == Phase::idle) {
            started_ = std::chrono::steady_clock::now();
            enter(Phase::header, limits.header_time);
        }
    }
    co_return true;
}

/// Waits for the whole header before parsing any of it: Beast would count its limit anew after each
/// line. Blank lines before a request are forgiven. Source: RFC 9112, 2.2.
inline bool Connection::header_complete() {
    while (in_end_ - in_begin_ >= 2 && searched_ == 0 && in_[in_begin_] == '\r' &&
           in_[in_begin_ + 1] == '\n')
        in_begin_ += 2;
    const std::string_view input(in_.data() + in_begin_, in_end_ - in_begin_);
    const auto end = input.find(kHeaderEnd, searched_);
    header_bytes_ = end == input.npos ? 0 : end + kHeaderEnd.size();
    if (header_bytes_ > engine_.options.limits.header_bytes_max) header_bytes_ = 0;
    searched_ = input.size() < 3 ? 0 : input.size() - 3;
    return header_bytes_ > 0;
}

inline void Connection::begin_request() {
    searched_ = 0;
    request_.captured.clear();
    request_.query.clear();
    request_.headers.clear();
    request_.path.clear();
    request_.remote_address = peer_;
    request_.secure = tls_.has_value();
    request_.request_id = loop_.next_request_id();
    framing_.clear();
    head_ = answered_ = false;
    route_ = nullptr;
    asset_ = nullptr;
    route_name_ = "(nenhuma)";
    code_ = {};
    detail_.clear();
    bytes_in_ = bytes_out_ = 0;
    parser_.emplace(request_, framing_);
    if (header_bytes_ == 0) {
        if (expired_) return refuse(408, too_slow());
        return refuse(
            431, {ErrorKind::too_large, "HTTP-0006", "O cabeçalho do pedido é grande demais."});
    }
    read_header({in_.data() + in_begin_, header_bytes_});
    in_begin_ += header_bytes_;
    if (!answered_) check_framing();
    if (!answered_) find_answerer();
}

inline void Connection::read_header(std::string_view header) {
    beast::error_code problem;
    parser_->put(asio::buffer(header), problem);
    if (problem == beast::http::error::bad_version)
        return refuse(505, malformed_request("a versão não é HTTP/1.0 nem HTTP/1.1."));
    if (problem || !parser_->is_header_done())
        refuse(400, malformed_request("o cabeçalho está malformado."));
}

/// Everything two programs could read differently is refused: that is how requests are smuggled.
/// Source: RFC 9112, 3.2, 6.1, 6.3, 11.2.
inline void Connection::check_framing() {
    if (framing_.hosts > 1 || (framing_.hosts == 0 && !framing_.http_10))
        return refuse(400, malformed_request("deve haver um Host."));
    if (framing_.content_lengths > 1 ||
        (framing_.content_lengths > 0 && framing_.transfer_encoding))
        return refuse(400, malformed_request("o tamanho do corpo é ambíguo."));
    if (framing_.transfer_encoding && framing_.http_10)
        return refuse(400, malformed_request("HTTP/1.0 não tem Transfer-Encoding."));
    if (framing_.other_coding)
        return refuse(501, malformed_request("só a codificação \"chunked\" é aceita."));
    if (framing_.expects_other)
        return refuse(417, malformed_request("Expect só pode ser 100-continue."));
    if (!parser_->keep_alive() || engine_.draining) closing_ = true;
    const auto target = split_target(framing_.target);
    if (!target) return refuse(400, malformed_request("o endereço está malformado."));
    path_ = target->path;
    if (!decode_percent(path_, request_.path, false) || !parse_query(target->query, request_.query))
        return refuse(
            400, {ErrorKind::invalid_input, "HTTP-0010", "O endereço tem caracteres inválidos."});
    leave_prefix();
    if (from_proxy_) {
        const auto forwarded = request_.header("x-forwarded-for");
        if (!forwarded.empty())
            request_.remote_address = trimmed(forwarded.substr(forwarded.rfind(',') + 1));
        if (equal_ignoring_case(request_.header("x-forwarded-proto"), "https"))
            request_.secure = true;
    }
}

inline void Connection::leave_prefix() {
    const auto& prefix = engine_.options.also_under;
    is_under_ = !prefix.empty() && path_.starts_with(prefix) &&
                (path_.size() == prefix.size() || path_[prefix.size()] == '/') &&
                request_.path.starts_with(prefix);
    if (!is_under_) return;
    for (std::string* path : {&path_, &request_.path}) {
        path->erase(0, prefix.size());
        if (path->empty()) *path = "/";
    }
}

inline void Connection::find_answerer() {
    using beast::http::verb;
    std::optional<Method> method;
    switch (framing_.verb) {
        case verb::head: head_ = true; [[fallthrough]];
        case verb::get: method = Method::get; break;
        case verb::post: method = Method::post; break;
        case verb::put: method = Method::put; break;
        case verb::patch: method = Method::patch; break;
        case verb::delete_: method = Method::del; break;
        default: break;
    }
    if (method) request_.method = *method;
    const auto* methods = engine_.router.find(path_, request_.captured);
    if (methods && method) route_ = (*methods)[static_cast<std::size_t>(*method)];
    if (route_) {
        route_name_ = route_->path;
        const auto announced = parser_->content_length();
        if (announced && *announced > route_->body_bytes_max)
            refuse(413, too_large_body(route_->body_bytes_max));
        return;
    }
    const bool api = request_.path == "/api" || request_.path.starts_with("/api/");
    const bool options = framing_.verb == verb::options;
    if (!methods && !api && method == Method::get) return find_asset(request_.path);
    if (!methods && (api || (!options && !engine_.assets.find(request_.path))))
        return refuse(404, unknown_address());
    if (methods) route_name_ = "(metodo)";
    const auto allow = methods ? Router::allow(*methods) : std::string("GET, HEAD, OPTIONS");
    if (options) {
        answer_.status = 204;
        answered_ = true;
        leave_if_body_waits();
    } else {
        refuse(405, {ErrorKind::invalid_input, "HTTP-0003",
                     "Este endereço não aceita o método pedido."});
    }
    answer_.headers.emplace_back("Allow", allow);
}

inline void Connection::find_asset(std::string_view path) {
    asset_ = engine_.assets.find(path);
    if (!asset_) return refuse(404, unknown_address());
    if (is_under_) {
        // Two slashes would name another server.
        const auto start = std::min(path_.find_first_not_of('/'), path_.size());
        asset_ = nullptr;
        answer_.status = 302;
        answer_.headers = {{"Location", "/" + path_.substr(start)}};
        route_name_ = "(arquivo)";
        answered_ = true;
        return leave_if_body_waits();
    }
    route_name_ = "(arquivo)";
    answered_ = true;
    leave_if_body_waits();
    const bool gzip = !asset_->gzip.empty() && accepts_gzip(request_.header("accept-encoding"));
    const auto& etag = gzip ? asset_->etag_gzip : asset_->etag;
    answer_.content_type = asset_->content_type;
    answer_.headers = {
        {"ETag", etag},
        {"Cache-Control", asset_->immutable ? "public, max-age=31536000, immutable" : "no-cache"}};
    if (!asset_->gzip.empty()) answer_.headers.emplace_back("Vary", "Accept-Encoding");
    if (matches_etag(request_.header("if-none-match"), etag)) {
        answer_.status = 304;
        return;
    }
    if (gzip) answer_.headers.emplace_back("Content-Encoding", "gzip");
    rest_ = gzip ? asset_->gzip : asset_->bytes;
}

/// Before an answer that does not wait for the body: what is still coming cannot be told from the
/// next request, so this is the last one.
inline void Connection::leave_if_body_waits() {
    if (!parser_->is_done()) closing_ = lingering_ = true;
}

inline void Connection::refuse(int status, const Error& error) {
    answer_ = problem_with_status(error, request_.request_id, status);
    code_ = error.code.text();
    detail_ = error.detail;
    answered_ = true;
    if (status == 408) expired_ = false;  // noticed; the answer gets its own time
    const bool lost =
        status == 400 || status == 408 || status == 431 || status == 501 || status == 505;
    if (lost) closing_ = lingering_ = true;
    leave_if_body_waits();
}

}  // namespace aroeira::http
