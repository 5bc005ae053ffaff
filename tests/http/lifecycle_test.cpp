// SPDX-License-Identifier: Apache-2.0
#include <future>
#include <list>
#include <thread>

#include <doctest/doctest.h>

#include "tests/http/client.hpp"
#include "tests/http/node.hpp"

using namespace aroeira;
using namespace aroeira::testing;
using namespace std::chrono_literals;
using Steady = std::chrono::steady_clock;

TEST_CASE(
    "a client that sends its header slowly is told 408 and put out, however steadily it drips") {
    Node node([](http::ServerOptions& options) { options.limits.header_time = 500ms; });
    Client client(node.port());
    const auto start = Steady::now();
    client.send("GET /api/v1/rapido HTTP/1.1\r\n");
    for (int i = 0; i < 40; ++i) {
        if (!client.send("X: y\r\n")) break;
        std::this_thread::sleep_for(50ms);
        if (node.log().size() == 1) break;
    }
    CHECK(client.answer().status == 408);
    CHECK(client.ends_within(5s));
    CHECK(Steady::now() - start < 4s);
}

TEST_CASE("a body that stops or drips below the minimum rate is given up; one that moves is not") {
    Node node([](http::ServerOptions& options) {
        options.limits.transfer_window = 400ms;
        options.limits.transfer_bytes_per_s_min = 10'000;
    });
    const std::string head =
        "POST /api/v1/arquivos HTTP/1.1\r\nHost: a\r\nContent-Length: 20000\r\n\r\n";
    Client silent(node.port());
    silent.send(head + "x");
    CHECK(silent.answer(3s).status == 408);
    Client drip(node.port());
    drip.send(head);
    for (int i = 0; i < 30 && node.log().size() < 2; ++i) {
        drip.send(std::string(100, 'x'));
        std::this_thread::sleep_for(50ms);  // 2 kB/s
    }
    CHECK(node.log().size() == 2);
    CHECK(drip.answer(1s).status == 408);
    Client steady(node.port());
    steady.send(head);
    for (int i = 0; i < 20; ++i) {
        steady.send(std::string(1000, 'x'));
        std::this_thread::sleep_for(50ms);  // 20 kB/s for a second
    }
    CHECK(steady.answer().status == 200);
}

TEST_CASE("a body that would fit in memory must arrive within the request's time") {
    Node node([](http::ServerOptions& options) {
        options.limits.transfer_window = 200ms;
        options.limits.transfer_bytes_per_s_min = 100;
        options.limits.request_time = 600ms;
    });
    Client client(node.port());
    client.send("POST /api/v1/arquivos HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n");
    for (int i = 0; i < 60 && node.log().empty(); ++i) {
        client.send(std::string(200, 'x'));
        std::this_thread::sleep_for(50ms);
    }
    CHECK(node.log().size() == 1);  // while it was still dripping
    CHECK(client.answer(1s).status == 408);
}

TEST_CASE("an idle connection is closed in time, and so is one that never spoke") {
    Node node([](http::ServerOptions& options) { options.limits.idle_time = 300ms; });
    Client mute(node.port());
    Client spoke(node.port());
    CHECK(spoke.ask(get("/api/v1/rapido")).status == 200);
    CHECK(mute.ends_within(3s));
    CHECK(spoke.ends_within(3s));
    CHECK(node.log().size() == 1);
}

TEST_CASE("a client that does not read its answer is put out") {
    Node node([](http::ServerOptions& options) { options.limits.transfer_window = 300ms; });
    Client client(node.port());
    for (int i = 0; i < 20; ++i) client.send(get("/api/v1/grande"));
    const auto start = Steady::now();
    while (node.server && node.log().size() < 20 && Steady::now() - start < 3s)
        std::this_thread::sleep_for(20ms);
    const auto count = node.log().size();
    CHECK(count < 20);
    std::this_thread::sleep_for(1s);
    CHECK(node.log().size() == count);
}

TEST_CASE("300 idle connections do not keep anybody from being answered") {
    Node node;
    std::list<Client> idle;
    for (int i = 0; i < 300; ++i)
        CHECK(idle.emplace_back(node.port()).ask(get("/api/v1/rapido")).status == 200);
    for (int i = 0; i < 100; ++i) {
        const auto start = Steady::now();
        CHECK(Client(node.port()).ask(get("/api/v1/eco")).status == 200);
        CHECK(Steady::now() - start < 500ms);
    }
    for (auto& client : idle) CHECK(client.ask(get("/api/v1/rapido")).status == 200);
}

TEST_CASE(
    "at the limit of connections the idlest makes room; when none is idle the newcomer is told "
    "503") {
    Node node([](http::ServerOptions& options) {
        options.limits.connections_max = 3;
        options.workers = 3;
    });
    std::list<Client> clients;
    for (int i = 0; i < 3; ++i)
        CHECK(clients.emplace_back(node.port()).ask(get("/api/v1/rapido")).status == 200);
    CHECK(Client(node.port()).ask(get("/api/v1/rapido")).status == 200);
    CHECK(clients.front().ends_within(2s));
    CHECK(clients.back().ask(get("/api/v1/rapido")).status == 200);
    clients.clear();
    std::this_thread::sleep_for(100ms);
    for (int i = 0; i < 3; ++i) clients.emplace_back(node.port()).send(get("/api/v1/espera"));
    for (int i = 0; i < 400 && node.running < 3; ++i) std::this_thread::sleep_for(5ms);
    REQUIRE(node.running == 3);
    Client refused(node.port());
    auto answer = refused.answer(2s);
    CHECK(answer.status == 503);
    CHECK(answer.headers["retry-after"] == "2");
    node.release = true;
    for (auto& client : clients) CHECK(client.answer().status == 200);
}

TEST_CASE("a crowd at the limit is let in one idle connection at a time") {
    Node node([](http::ServerOptions& options) { options.limits.connections_max = 20; });
    std::list<Client> idle;
    for (int i = 0; i < 20; ++i)
        CHECK(idle.emplace_back(node.port()).ask(get("/api/v1/rapido")).status == 200);
    std::list<Client> crowd;
    for (int i = 0; i < 15; ++i) crowd.emplace_back(node.port()).send(get("/api/v1/lento"));
    for (auto& client : crowd) CHECK(client.answer().status == 200);
    std::size_t gone = 0;
    for (auto& client : idle) gone += client.ends_within(50ms) ? 1 : 0;
    CHECK(gone == 15);
}

TEST_CASE(
    "when all workers are busy and the queue is full the answer is 503 at once, and quick routes "
    "go on") {
    Node node([](http::ServerOptions& options) {
        options.workers = 2;
        options.limits.queued_max = 3;
    });
    std::list<Client> busy;
    for (int i = 0; i < 2; ++i) busy.emplace_back(node.port()).send(get("/api/v1/espera"));
    for (int i = 0; i < 400 && node.running < 2; ++i) std::this_thread::sleep_for(5ms);
    REQUIRE(node.running == 2);
    for (int i = 0; i < 3; ++i) busy.emplace_back(node.port()).send(get("/api/v1/espera"));
    std::this_thread::sleep_for(100ms);
    Client next(node.port());
    auto answer = next.ask(get("/api/v1/eco"));
    CHECK(answer.status == 503);
    CHECK(answer.headers["retry-after"] == "2");
    CHECK(answer.says("\"code\":\"HTTP-0008\""));
    CHECK(next.ask(get("/api/v1/rapido")).status == 200);
    node.release = true;
    for (auto& client : busy) CHECK(client.answer().status == 200);
    CHECK(next.ask(get("/api/v1/eco")).status == 200);
}

TEST_CASE("stopping answers what was asked, closes what is idle and takes nothing new") {
    Node node;
    Client idle(node.port()), slow(node.port()), half(node.port());
    CHECK(idle.ask(get("/api/v1/rapido")).status == 200);
    half.send("GET /api/v1/rapido HTTP/1.1\r\nHost:");
    std::this_thread::sleep_for(100ms);  // it is here, whatever else this machine is doing
    slow.send(get("/api/v1/lento") + get("/api/v1/rapido"));
    for (int i = 0; i < 400 && node.running < 1; ++i) std::this_thread::sleep_for(5ms);
    const auto port = node.port();
    auto stopped = std::async(std::launch::async, [&] { return node.server->stop(5s); });
    CHECK(idle.ends_within(1s));
    half.send(" a\r\n\r\n");
    auto answer = half.answer();
    CHECK(answer.status == 200);
    CHECK(answer.headers["connection"] == "close");
    answer = slow.answer();
    CHECK(answer.body == "{\"lento\":true}");
    CHECK(answer.headers["connection"] == "close");
    CHECK(slow.ends_within(2s));  // the second request goes elsewhere: nothing of it was begun
    CHECK(stopped.get());
    CHECK_THROWS(Client(port));
}

TEST_CASE("stopping ends with the grace, cutting streams; a handler still running is said") {
    Node node;
    Client stream(node.port());
    stream.send(get("/api/v1/infinito"));
    stream.answer(100ms);
    auto start = Steady::now();
    CHECK(node.server->stop(300ms));
    CHECK(Steady::now() - start < 2s);
    CHECK(node.streams_gone == 1);

    Node stuck;
    Client client(stuck.port());
    client.send(get("/api/v1/espera"));
    for (int i = 0; i < 400 && stuck.running < 1; ++i) std::this_thread::sleep_for(5ms);
    start = Steady::now();
    CHECK_FALSE(stuck.server->stop(200ms));
    CHECK(Steady::now() - start < 3s);
}

TEST_CASE("a port in use is said with the next step") {
    Node node;
    http::ServerOptions options;
    options.address = "127.0.0.1";
    options.port = node.port();
    options.spool_dir = node.directory / "outros";
    http::Server second(options, {});
    const auto started = second.start();
    REQUIRE_FALSE(started);
    CHECK(started.error().code == ErrorCode("HTTP-0020"));
    CHECK(started.error().message.find(std::to_string(node.port())) != std::string::npos);
}
