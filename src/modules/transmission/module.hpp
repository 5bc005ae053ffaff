// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <vector>

#include "modules/identity/api/granted.hpp"
#include "modules/transmission/operations/arrival_services.hpp"
#include "modules/transmission/operations/lay_destinos.hpp"  // IWYU pragma: export
#include "modules/transmission/operations/routine.hpp"  // IWYU pragma: export
#include "modules/transmission/operations/services.hpp"
#include "platform/http/http.hpp"
#include "platform/jobs/jobs.hpp"

/// What app/ sees of the module: routes and jobs.
namespace aroeira::transmission {

/// «Transmissão de dados»: to whom, and the lotes that go out.
std::vector<http::Route> routes(identity::Gate& gate, const Services& services);

/// For other installations: the lotes that come in, and the verdicts on what came.
std::vector<http::Route> arrival_routes(identity::Gate& gate, const ArrivalServices& services);

/// `transmissao_gerar_lotes`, `transmissao_enviar` and `transmissao_rotina`.
std::map<std::string, jobs::Handler> jobs(const Services& services);

}  // namespace aroeira::transmission
