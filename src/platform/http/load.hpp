// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "platform/log/metrics.hpp"

namespace aroeira::http {

/// What a monitor reads of the requests under way. Two made over one registry are the same numbers.
struct LoadMeters {
    explicit LoadMeters(metrics::Registry& registry);

    metrics::Gauge& limit;      ///< Requests that may be worked on at once.
    metrics::Gauge& running;    ///< Of them, those under way now.
    metrics::Gauge& most;       ///< The most there were at once since the limit was last changed.
    metrics::Gauge& waiting;    ///< For a place.
    metrics::Counter& refused;  ///< Found the queue full.
    metrics::Histogram& seconds;
};

}  // namespace aroeira::http
