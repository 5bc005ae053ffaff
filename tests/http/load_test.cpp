// SPDX-License-Identifier: Apache-2.0
#include <deque>
#include <thread>

#include <doctest/doctest.h>

#include "tests/http/client.hpp"
#include "tests/http/node.hpp"

using namespace aroeira::testing;
using namespace std::chrono_literals;

namespace {

/// Waits until the number is what it should be, or gives up and shows what it is.
std::int64_t settled(const aroeira::metrics::Gauge& gauge, std::int64_t wanted) {
    for (int i = 0; i < 1000 && gauge.value() != wanted; ++i) std::this_thread::sleep_for(5ms);
    return gauge.value();
}

}  // namespace

TEST_CASE("[S2-077] as many requests as the limit says are worked on at once, the others wait, and a monitor sees both") {
    Node node([](aroeira::http::ServerOptions& options) { options.workers = 2; });
    const aroeira::http::LoadMeters load(node.metrics);
    CHECK(load.limit.value() == 2);
    std::deque<Client> crowd;
    for (int i = 0; i < 9; ++i) crowd.emplace_back(node.port()).send(get("/api/v1/espera"));
    CHECK(settled(load.waiting, 7) == 7);
    CHECK(load.running.value() == 2);
    CHECK(node.running == 2);

    node.server->limit_running(5);
    CHECK(settled(load.running, 5) == 5);
    CHECK(settled(load.waiting, 4) == 4);
    CHECK(node.running == 5);
    CHECK(load.limit.value() == 5);

    // Less than what is under way: nothing of it is cut, and nothing new begins before it is below.
    node.server->limit_running(1);
    std::this_thread::sleep_for(100ms);
    CHECK(node.running == 5);
    node.release = true;
    for (auto& client : crowd) CHECK(client.answer().status == 200);
    CHECK(settled(load.running, 0) == 0);

    // A new count of the most at once begins with each limit.
    node.server->limit_running(1);
    std::deque<Client> next;
    for (int i = 0; i < 4; ++i) next.emplace_back(node.port()).send(get("/api/v1/lento"));
    for (auto& client : next) CHECK(client.answer().status == 200);
    CHECK(load.most.value() == 1);
    REQUIRE(node.log(13).size() == 13);
    const auto text = node.metrics.text();
    CHECK(text.find("aroeira_http_requests_limit 1") != std::string::npos);
    CHECK(text.find("aroeira_http_request_seconds_count 13") != std::string::npos);
}

TEST_CASE("a limit of none is a limit of one: nobody can lock himself out of the screen that changes it") {
    Node node;
    for (const int nonsense : {0, -7}) {
        node.server->limit_running(nonsense);
        CHECK(Client(node.port()).ask(get("/api/v1/eco")).status == 200);
    }
}
