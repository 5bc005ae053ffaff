// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "modules/identity/http/session_gate.hpp"

/// The route tables of the module, one per caller.
namespace aroeira::identity {

std::vector<http::Route> session_routes(SessionGate& gate, const Services& services);
std::vector<http::Route> credencial_routes(SessionGate& gate, const Services& services);
std::vector<http::Route> perfil_routes(SessionGate& gate, const Services& services);
std::vector<http::Route> acesso_routes(SessionGate& gate, const Services& services);
std::vector<http::Route> own_access_routes(SessionGate& gate, const Services& services);
std::vector<http::Route> ledi_login_routes(const Services& services);

}  // namespace aroeira::identity
