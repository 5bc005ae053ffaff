// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "modules/relatorios/domain/alcance.hpp"
#include "modules/relatorios/operations/process_reports.hpp"  // IWYU pragma: export
#include "modules/relatorios/operations/routine.hpp"          // IWYU pragma: export
#include "modules/relatorios/operations/services.hpp"
#include "platform/http/http.hpp"
#include "platform/jobs/jobs.hpp"

/// What app/ sees of the module.
namespace aroeira::relatorios {

/// «Relatórios»: what one may see, and what the administrador da instalação configures.
struct HttpNeeds {
    identity::Gate& gate;
    const Services& services;
    /// The acesso of the session of a request. Errors: `unauthenticated` ACESSO-0001.
    std::function<Result<AcessoAtivo>(const http::Request&)> acesso;
};
std::vector<http::Route> routes(const HttpNeeds& needs);

/// `relatorios_processar`, `relatorios_marcar` and `relatorios_rotina`.
std::map<std::string, jobs::Handler> jobs(const Services& services);

}  // namespace aroeira::relatorios
