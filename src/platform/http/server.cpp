// SPDX-License-Identifier: Apache-2.0
#include "platform/http/server.hpp"

#include <cstdio>
#include <random>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include "platform/http/loop/answer.hpp"
#include "platform/http/loop/exchange.hpp"
#include "platform/http/loop/upload.hpp"
#include "platform/http/tls_context.hpp"

namespace aroeira::http {
namespace {

constexpr std::chrono::milliseconds kTick{200};
constexpr std::chrono::milliseconds kAcceptPause{100};
constexpr std::chrono::seconds kAfterGrace{1};
constexpr std::string_view kFull =
    "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 2\r\nContent-Length: 0\r\nConnection: "
    "close\r\n\r\n";

/// A few letters that tell the requests of one run from those of another.
std::string random_prefix(std::size_t loop) {
    std::random_device device;
    std::string out;
    for (int i = 0; i < 5; ++i) out.push_back("0123456789abcdefghjkmnpqrstvwxyz"[device() % 32]);
    return out + static_cast<char>('a' + loop % 26);
}

Task<void> converse(Loop& loop, Socket socket, bool tls_port) {
    Connection connection(loop, std::move(socket), tls_port);
    co_await connection.run();
}

/// Out of memory in the middle of a connection ends that connection, not the server.
void ignore(const std::exception_ptr&) {}

Task<void> keep_time(Loop& loop) {
    for (;;) {
        loop.tick.expires_after(kTick);
        const auto [stopped] = co_await loop.tick.async_wait(kNoThrow);
        if (stopped) co_return;
        const auto now = std::chrono::steady_clock::now();
        for (std::size_t i = 0; i < loop.connections.size(); ++i) loop.connections[i]->check(now);
    }
}

/// Room for one more: the connection that has been idle the longest goes first.
bool make_room(Loop& loop) {
    Connection* oldest = nullptr;
    for (auto* connection : loop.connections)
        if (connection->idle() && (!oldest || connection->deadline() < oldest->deadline()))
            oldest = connection;
    if (oldest) oldest->close();
    return oldest != nullptr;
}

}  // namespace

struct Server::Impl {
    Impl(ServerOptions options, std::vector<Route> routes, std::span<const embedded::File> files)
        : engine(std::move(options), std::move(routes), files) {
        for (int i = 0; i < std::max(1, engine.options.network_threads); ++i)
            loops.push_back(std::make_unique<Loop>(engine, random_prefix(loops.size())));
    }

    Result<TlsContext> load_tls() const {
        const auto& o = engine.options;
        AROEIRA_TRY(auto* const native, make_tls_context(o.certificate, o.key, o.client_ca));
        return std::make_shared<asio::ssl::context>(native);
    }

    Result<std::unique_ptr<Acceptor>> listen(int number) {
        boost::system::error_code problem;
        const auto failed = [&] {
            return Error{
                ErrorKind::unavailable,
                "HTTP-0020",
                "A porta " + std::to_string(number) + " não pôde ser aberta em " +
                    engine.options.address +
                    ": outro programa a usa, ou falta permissão. Feche-o ou escolha outra porta.",
                {},
                problem.message()};
        };
        const auto address = asio::ip::make_address(engine.options.address, problem);
        if (problem) return failed();
        const Tcp::endpoint endpoint(address, static_cast<std::uint16_t>(number));
        auto acceptor = std::make_unique<Acceptor>(loops[0]->io.get_executor());
        acceptor->open(endpoint.protocol(), problem);
        if (!problem) acceptor->set_option(Acceptor::reuse_address(true), problem);
        if (!problem) acceptor->bind(endpoint, problem);
        if (!problem) acceptor->listen(Acceptor::max_listen_connections, problem);
        if (problem) return failed();
        return acceptor;
    }

    Task<void> accept(Acceptor& acceptor, bool tls_port) {
        Timer pause(loops[0]->io.get_executor());
        while (acceptor.is_open()) {
            auto& loop = *loops[next_loop++ % loops.size()];
            auto [problem, socket] =
                co_await acceptor.async_accept(loop.io.get_executor(), kNoThrow);
            if (problem == asio::error::operation_aborted) co_return;
            if (problem) {  // no descriptor left: the ones in use come back
                pause.expires_after(kAcceptPause);
                co_await pause.async_wait(kNoThrow);
                continue;
            }
            try {
                asio::post(loop.io, [this, &loop, tls_port, taken = std::move(socket)]() mutable {
                    welcome(loop, std::move(taken), tls_port);
                });
            } catch (const std::bad_alloc&) {  // this client is lost, the next may not be
            }
        }
    }

    void welcome(Loop& loop, Socket socket, bool tls_port) {
        if (engine.draining) return;
        if (engine.connections() >= engine.options.limits.connections_max && !make_room(loop)) {
            boost::system::error_code ignored;
            if (!tls_port) socket.send(asio::buffer(kFull), 0, ignored);
            return;
        }
        asio::co_spawn(loop.io.get_executor(), converse(loop, std::move(socket), tls_port),
                       &ignore);
    }

    void on_each_loop(void (*action)(Connection&)) {
        for (auto& loop : loops)
            asio::post(loop->io, [&loop = *loop, action] {
                for (auto* connection : loop.connections) action(*connection);
            });
    }

    Engine engine;
    std::vector<std::unique_ptr<Loop>> loops;
    std::vector<std::unique_ptr<Acceptor>> acceptors;
    std::size_t next_loop = 0;
    std::uint16_t port = 0, port_tls = 0;
    bool started = false;
};

Server::Server(ServerOptions options, std::vector<Route> routes,
               std::span<const embedded::File> assets)
    : impl_(std::make_unique<Impl>(std::move(options), std::move(routes), assets)) {}

Result<void> Server::start() {
    auto& s = *impl_;
    const auto& options = s.engine.options;
    AROEIRA_CHECK(prepare_spool(options.spool_dir));
    if (!options.certificate.empty()) {
        AROEIRA_TRY(auto tls, s.load_tls());
        s.engine.use(std::move(tls));
    }
    const auto open = [&](int port, bool tls, std::uint16_t& bound) -> Result<void> {
        if (port < 0) return {};
        AROEIRA_TRY(auto acceptor, s.listen(port));
        bound = acceptor->local_endpoint().port();
        asio::co_spawn(s.loops[0]->io.get_executor(), s.accept(*acceptor, tls), &ignore);
        s.acceptors.push_back(std::move(acceptor));
        return {};
    };
    AROEIRA_CHECK(open(options.port, false, s.port));
    AROEIRA_CHECK(open(options.certificate.empty() ? -1 : options.port_tls, true, s.port_tls));
    for (auto& loop : s.loops) {
        asio::co_spawn(loop->io.get_executor(), keep_time(*loop), &ignore);
        loop->thread = std::thread([&io = loop->io] { io.run(); });
    }
    s.started = true;
    return {};
}

std::uint16_t Server::port() const { return impl_->port; }
std::uint16_t Server::port_tls() const { return impl_->port_tls; }

bool Server::stop(std::chrono::milliseconds grace) {
    auto& s = *impl_;
    if (!s.started) return true;
    s.engine.draining = true;
    asio::post(s.loops[0]->io, [&s] {
        boost::system::error_code ignored;
        for (auto& acceptor : s.acceptors) acceptor->close(ignored);
    });
    s.on_each_loop([](Connection& connection) {
        if (connection.idle()) connection.close();
    });
    if (s.engine.wait_for_none(grace)) return true;
    s.on_each_loop([](Connection& connection) { connection.close(); });
    return s.engine.wait_for_none(kAfterGrace);
}

void Server::limit_running(int running_max) { impl_->engine.pool.limit(running_max); }

Result<void> Server::reload_certificate() {
    AROEIRA_TRY(auto tls, impl_->load_tls());
    impl_->engine.use(std::move(tls));
    return {};
}

Server::~Server() {
    auto& s = *impl_;
    stop(std::chrono::milliseconds(0));
    s.engine.pool.join();
    s.engine.wait_for_none(kAfterGrace);
    for (auto& loop : s.loops) loop->io.stop();
    for (auto& loop : s.loops)
        if (loop->thread.joinable()) loop->thread.join();
}

}  // namespace aroeira::http
