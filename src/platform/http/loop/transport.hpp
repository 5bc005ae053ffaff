// SPDX-License-Identifier: Apache-2.0
#pragma once
// Included by server.cpp only: the part of Connection that moves bytes.
#include <algorithm>
#include <array>
#include <utility>

#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>

#include "platform/http/loop/connection.hpp"
#include "platform/http/tls_context.hpp"

namespace aroeira::http {

// g++ 12 miscompiles a co_await inside the condition of an `if` (or beside && and ?:): the
// coroutine is resumed at the wrong place. Every awaited value here is named first.

constexpr std::size_t kBufferFirst = 4 << 10;  ///< What an idle connection costs.
constexpr std::size_t kBufferBody = 64 << 10;
constexpr std::size_t kSlice = 256 << 10;  ///< Of a large answer, handed to the system at once.
constexpr unsigned char kTlsRecord = 0x16;  ///< First byte of a ClientHello. Source: RFC 8446, 5.1.
constexpr std::chrono::seconds kLinger{2};
constexpr std::chrono::seconds kHandshake{10};

/// An IPv4 client of a dual-stack socket looks like an IPv4 client.
inline std::string plain_address(const asio::ip::address& address) {
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).to_string();
    return address.to_string();
}

inline Connection::Membership::Membership(Loop& of, Connection& self)
    : loop(of), place(of.connections.size()) {
    loop.connections.push_back(&self);
    loop.engine.opened();
}

inline Connection::Membership::~Membership() {
    loop.connections[place] = loop.connections.back();
    loop.connections[place]->membership_.place = place;
    loop.connections.pop_back();
    loop.engine.closed();
}

inline Connection::Connection(Loop& loop, Socket socket, bool tls_port)
    : membership_(loop, *this),
      loop_(loop),
      engine_(loop.engine),
      socket_(std::move(socket)),
      tls_port_(tls_port),
      in_(kBufferFirst) {
    boost::system::error_code ignored;
    socket_.set_option(Tcp::no_delay(true), ignored);
    socket_.non_blocking(true, ignored);
    const auto remote = socket_.remote_endpoint(ignored);
    peer_ = ignored ? std::string() : plain_address(remote.address());
    request_.body = empty_body();
    const auto& proxies = engine_.options.trusted_proxies;
    from_proxy_ = std::find(proxies.begin(), proxies.end(), peer_) != proxies.end();
}

inline bool Connection::idle() const {
    boost::system::error_code ignored;
    return phase_ == Phase::idle && !closing_ && socket_.available(ignored) == 0;
}

inline void Connection::close() noexcept {
    boost::system::error_code ignored;
    closing_ = true;
    socket_.close(ignored);
}

inline void Connection::enter(Phase phase, std::chrono::milliseconds time) {
    phase_ = phase;
    deadline_ = time == std::chrono::milliseconds::max() ? SteadyTime::max()
                                                         : std::chrono::steady_clock::now() + time;
}

inline void Connection::enter_transfer(Phase phase) {
    progress_ = 0;
    enter(phase, engine_.options.limits.transfer_window);
}

inline void Connection::check(SteadyTime now) {
    if (now < deadline_) return;
    const auto& limits = engine_.options.limits;
    if (phase_ == Phase::body || phase_ == Phase::sending) {
        const auto seconds = std::chrono::duration<double>(limits.transfer_window).count();
        const bool moves = static_cast<double>(progress_) >=
                           seconds * static_cast<double>(limits.transfer_bytes_per_s_min);
        const bool small_body =
            phase_ == Phase::body && sink_ && !sink_->spooled() &&
            parser_->content_length_remaining().value_or(0) <= limits.memory_bytes_max;
        if (moves && (!small_body || now - started_ < limits.request_time)) {
            progress_ = 0;
            deadline_ = now + limits.transfer_window;
            return;
        }
    }
    boost::system::error_code ignored;
    if (expired_ || (phase_ != Phase::header && phase_ != Phase::body)) {
        close();
    } else {
        socket_.cancel(ignored);  // the coroutine says 408 and leaves
        deadline_ = now + kLinger;
    }
    expired_ = true;
}

/// TLS is recognised on the plain port too: a browser that learned to prefer HTTPS for this name
/// keeps the port it was given.
inline Task<bool> Connection::open() {
    std::size_t bytes = 0;
    if (!tls_port_) {
        enter(Phase::idle, engine_.options.limits.idle_time);
        const bool received = co_await receive();
        if (!received) co_return false;
        if (static_cast<unsigned char>(in_[0]) != kTlsRecord) co_return true;
        bytes = std::exchange(in_end_, 0);
    }
    const bool agreed = co_await handshake(bytes);
    co_return agreed;
}

inline Task<bool> Connection::handshake(std::size_t bytes_read) {
    tls_context_ = engine_.tls();
    if (!tls_context_) co_return false;
    enter(Phase::handshake, kHandshake);
    tls_.emplace(socket_, *tls_context_);
    const auto [problem, used] = co_await tls_->async_handshake(
        asio::ssl::stream_base::server, asio::buffer(in_.data(), bytes_read), kNoThrow);
    if (problem) {
        tls_.reset();  // there is nothing to say goodbye to
        co_return false;
    }
    request_.certificate = shown_certificate(tls_->native_handle());
    enter(Phase::idle, engine_.options.limits.idle_time);
    co_return true;
}

/// Free space at the end of the input: moves what is unread to the front, grows for a body.
inline void Connection::make_room() {
    if (in_begin_ > 0) {
        std::copy(in_.begin() + static_cast<std::ptrdiff_t>(in_begin_),
                  in_.begin() + static_cast<std::ptrdiff_t>(in_end_), in_.begin());
        in_end_ -= in_begin_;
        in_begin_ = 0;
    }
    if (phase_ == Phase::body && in_.size() < kBufferBody) in_.resize(kBufferBody);
    if (in_end_ == in_.size()) in_.resize(in_.size() * 2);
    if (in_end_ == 0 && phase_ == Phase::idle && in_.size() > kBufferFirst) {
        in_.resize(kBufferFirst);
        in_.shrink_to_fit();
    }
}

/// Reads what there is. What was answered goes out first, so that a client is never waited for
/// while it waits for us.
inline Task<bool> Connection::receive() {
    const bool sent = co_await flush();
    if (!sent || (engine_.draining && idle())) co_return false;
    make_room();
    const auto room = asio::buffer(in_.data() + in_end_, in_.size() - in_end_);
    boost::system::error_code problem;
    std::size_t bytes = 0;
    if (tls_) {
        std::tie(problem, bytes) = co_await tls_->async_read_some(room, kNoThrow);
    } else {
        std::tie(problem, bytes) = co_await socket_.async_read_some(room, kNoThrow);
    }
    if (problem || expired_) co_return false;
    in_end_ += bytes;
    progress_ += bytes;
    co_return true;
}

/// Sends `out_` and `rest_` without waiting when the system takes everything at once, as it nearly
/// always does. False: `flush` must.
inline bool Connection::flush_now() {
    if (out_.empty() && rest_.empty()) return true;
    if (tls_) return false;
    const std::array buffers{asio::const_buffer(out_.data(), out_.size()),
                             asio::const_buffer(rest_.data(), rest_.size())};
    boost::system::error_code problem;
    const auto sent = socket_.write_some(buffers, problem);
    if (problem) return false;
    const auto of_out = std::min(sent, out_.size());
    out_.erase(0, of_out);
    rest_.remove_prefix(sent - of_out);
    gathered_ = 0;
    return out_.empty() && rest_.empty();
}

inline Task<bool> Connection::flush() {
    if (flush_now()) co_return true;
    const auto phase = phase_;
    const auto deadline = deadline_;
    const bool sent = co_await send(out_, rest_);
    out_.clear();
    if (out_.capacity() > kBufferBody) out_.shrink_to_fit();
    rest_ = {};
    gathered_ = 0;
    phase_ = phase;
    deadline_ = deadline;
    co_return sent;
}

inline Task<bool> Connection::send(std::string_view first, std::string_view second) {
    enter_transfer(Phase::sending);
    while (!first.empty() || !second.empty()) {
        const std::array buffers{
            asio::const_buffer(first.data(), std::min(first.size(), kSlice)),
            asio::const_buffer(second.data(),
                               first.size() < kSlice ? std::min(second.size(), kSlice) : 0)};
        boost::system::error_code problem;
        std::size_t bytes = 0;
        if (tls_) {
            std::tie(problem, bytes) = co_await tls_->async_write_some(buffers, kNoThrow);
        } else {
            std::tie(problem, bytes) = co_await socket_.async_write_some(buffers, kNoThrow);
        }
        if (problem || expired_) {
            closing_ = true;
            co_return false;
        }
        progress_ += bytes;
        const auto of_first = std::min(bytes, first.size());
        first.remove_prefix(of_first);
        second.remove_prefix(bytes - of_first);
    }
    co_return true;
}

inline Task<void> Connection::finish() {
    expired_ = false;
    if (!socket_.is_open()) co_return;
    enter(Phase::closing, kLinger);
    boost::system::error_code ignored;
    // Closing over unread bytes sends a reset, which may overtake our last answer.
    if (in_begin_ != in_end_ || socket_.available(ignored) > 0) lingering_ = true;
    if (tls_ && !lingering_) {
        co_await tls_->async_shutdown(kNoThrow);
    }
    if (socket_.is_open()) socket_.shutdown(Tcp::socket::shutdown_send, ignored);
    while (lingering_ && socket_.is_open()) {
        const auto [problem, bytes] = co_await socket_.async_read_some(asio::buffer(in_), kNoThrow);
        if (problem) break;
    }
    close();
}

template <class F>
Task<void> Connection::on_worker(F work, bool reserved) {
    co_await asio::async_initiate<const asio::use_awaitable_t<Executor>, void()>(
        [this, &work, reserved](auto handler) {
            struct Job final : WorkerPool::Work {
                Job(F& f, decltype(handler) h, Executor e)
                    : body(f), done(std::move(h)), executor(e) {}
                void run() noexcept override {
                    body();
                    asio::post(executor, std::move(done));
                }
                F& body;
                decltype(handler) done;
                Executor executor;
            };
            engine_.pool.post(
                std::make_unique<Job>(work, std::move(handler), loop_.io.get_executor()), reserved);
        },
        kAwait);
}

}  // namespace aroeira::http
