// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "modules/transmission/operations/services.hpp"
#include "platform/http/http.hpp"

namespace aroeira::transmission {

/// Of one base with another: how long ago they had the same data, and giving it back what it sent.
std::vector<http::Route> base_routes(identity::Gate& gate, const Services& services);

}  // namespace aroeira::transmission
