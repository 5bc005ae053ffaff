// SPDX-License-Identifier: Apache-2.0
#include "app/metrics_route.hpp"

namespace aroeira::app {
namespace {

bool from_this_machine(const http::Request& request) {
    const auto& address = request.remote_address;
    const bool local = address.starts_with("127.") || address == "::1" || address.starts_with("::ffff:127.");
    return local && request.header("x-forwarded-for").empty() && request.header("forwarded").empty();
}

}  // namespace

http::Route metrics_route(const metrics::Registry& registry) {
    return {.method = http::Method::get, .path = "/metrics", .permission = "publico",
            .summary = "Números do programa para um monitor desta máquina, no formato do Prometheus.",
            .handle = [&registry](const http::Request& request) -> Result<http::Response> {
                if (!from_this_machine(request)) return Error{ErrorKind::not_found, "HTTP-0002", "Este endereço não existe."};
                return http::Response{.content_type = "text/plain; version=0.0.4; charset=utf-8", .body = registry.text()};
            },
            .response = {"text/plain", "", ""},
            .quick = true};
}

}  // namespace aroeira::app
