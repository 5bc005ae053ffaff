// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "modules/identity/api/granted.hpp"
#include "modules/transmission/operations/services.hpp"
#include "platform/http/http.hpp"

namespace aroeira::transmission {

/// «Configuração de envio», and what another installation asks when it tests the connection to us.
std::vector<http::Route> destino_routes(identity::Gate& gate, const Services& services);

}  // namespace aroeira::transmission
