// SPDX-License-Identifier: Apache-2.0
#include "app/metrics_route.hpp"

#include <doctest/doctest.h>

using namespace aroeira;

namespace {

int status_of(const http::Route& route, std::string address, std::vector<std::pair<std::string, std::string>> headers = {}) {
    http::Request request;
    request.remote_address = std::move(address);
    request.headers = std::move(headers);
    const auto answer = route.handle(request);
    return answer ? answer->status : http::status_of(answer.error().kind);
}

}  // namespace

TEST_CASE("[S2-077] a monitor of this machine reads the numbers of the program, and nobody else knows of them") {
    metrics::Registry registry;
    registry.gauge("aroeira_http_requests_limit", "Limite.").set(8);
    const auto route = app::metrics_route(registry);
    for (const auto* local : {"127.0.0.1", "::1", "::ffff:127.0.0.1"}) CHECK(status_of(route, local) == 200);
    for (const auto* other : {"10.0.0.7", "203.0.113.9", "2001:db8::1", "128.0.0.1", ""}) CHECK(status_of(route, other) == 404);
    CHECK(status_of(route, "127.0.0.1", {{"x-forwarded-for", "203.0.113.9"}}) == 404);
    CHECK(status_of(route, "127.0.0.1", {{"forwarded", "for=203.0.113.9"}}) == 404);
    http::Request request;
    request.remote_address = "::1";
    CHECK(route.handle(request)->body.find("aroeira_http_requests_limit 8") != std::string::npos);
}
