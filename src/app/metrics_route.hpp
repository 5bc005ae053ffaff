// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "platform/http/http.hpp"
#include "platform/log/metrics.hpp"

namespace aroeira::app {

/// `/metrics`: the numbers of the program for a monitor of the same machine. To anybody else, also behind a proxy,
/// the address does not exist. `registry` must outlive it. Source: Prometheus, text exposition format 0.0.4.
http::Route metrics_route(const metrics::Registry& registry);

}  // namespace aroeira::app
