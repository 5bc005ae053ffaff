// SPDX-License-Identifier: Apache-2.0
#pragma once
// Included by server.cpp only: Boost is compiled once.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/http/body.hpp"
#include "platform/http/loop/engine.hpp"
#include "platform/http/loop/request_parser.hpp"
#include "platform/http/wire.hpp"

namespace aroeira::http {

/// One client, on its loop's thread. Requests are answered one at a time and in order.
class Connection {
public:
    Connection(Loop& loop, Socket socket, bool tls_port);
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Until the client leaves, a limit is broken or the server stops.
    Task<void> run();

    /// Gives up what took too long. Called by the loop every tick.
    void check(SteadyTime now);
    /// Between two requests, with nothing of the next one here.
    [[nodiscard]] bool idle() const;
    [[nodiscard]] SteadyTime deadline() const { return deadline_; }
    void close() noexcept;

private:
    /// Being in the loop's list. The first member, so that it ends last: who waits for the last
    /// connection finds its stream, body and socket gone.
    struct Membership {
        Loop& loop;
        std::size_t place;
        Membership(Loop& of, Connection& self);
        ~Membership();
        Membership(const Membership&) = delete;
        Membership& operator=(const Membership&) = delete;
    };
    enum class Phase : std::uint8_t { handshake, idle, header, body, answering, sending, closing };

    // transport.hpp
    Task<bool> open();
    Task<bool> handshake(std::size_t bytes_read);
    Task<bool> receive();
    bool flush_now();
    Task<bool> flush();
    Task<bool> send(std::string_view first, std::string_view second);
    Task<void> finish();
    void enter(Phase phase, std::chrono::milliseconds time);
    void enter_transfer(Phase phase);
    void make_room();

    // exchange.hpp
    Task<void> serve();
    Task<bool> wait_for_header();
    [[nodiscard]] bool header_complete();
    void begin_request();
    void read_header(std::string_view header);
    void check_framing();
    void find_answerer();
    void find_asset(std::string_view path);
    void leave_if_body_waits();
    void refuse(int status, const Error& error);

    // upload.hpp
    Task<void> read_body();
    Task<bool> admit();
    void leave_prefix();
    Task<bool> store_body(bool last);

    // answer.hpp
    void invoke() noexcept;
    Task<void> call_handler();
    void put_answer();
    [[nodiscard]] bool client_left();
    Task<void> send_stream();
    void log_access();
    void let_go();

    template <class F>
    Task<void> on_worker(F work, bool reserved);

    Membership membership_;
    Loop& loop_;
    Engine& engine_;
    Socket socket_;
    const bool tls_port_;
    TlsContext tls_context_;
    std::optional<TlsStream> tls_;
    std::string peer_;
    bool from_proxy_ = false;

    Phase phase_ = Phase::idle;
    SteadyTime deadline_ = SteadyTime::max();
    std::uint64_t progress_ = 0;  ///< Bytes moved in this transfer window.
    bool expired_ = false;
    bool closing_ = false;  ///< No request after this one.
    bool lingering_ = false;  ///< The client may still be sending: its RST must not eat our answer.

    std::vector<char> in_;
    std::size_t in_begin_ = 0, in_end_ = 0;
    std::size_t searched_ = 0;  ///< Of the header, already looked through.
    std::size_t header_bytes_ = 0;
    std::string out_;
    std::string_view rest_;  ///< Of the last answer in `out_`, too large to be copied.
    int gathered_ = 0;  ///< Answers in `out_`.

    // The exchange under way.
    Request request_;
    Framing framing_;
    std::optional<RequestParser> parser_;
    std::optional<BodySink> sink_;
    std::string path_;  ///< Still encoded.
    bool is_under_ = false;  ///< It was asked below ServerOptions::also_under.
    bool head_ = false;
    bool answered_ = false;
    const Route* route_ = nullptr;
    const Asset* asset_ = nullptr;
    Response answer_;
    std::string_view route_name_;
    std::string_view code_;
    std::string detail_;
    std::uint64_t bytes_in_ = 0, bytes_out_ = 0;
    SteadyTime started_;
};

}  // namespace aroeira::http
