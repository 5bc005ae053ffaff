// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <vector>

#include "modules/fichas/operations/arriving_lotes.hpp"  // IWYU pragma: export
#include "modules/fichas/operations/ports.hpp"
#include "modules/identity/api/granted.hpp"
#include "platform/http/http.hpp"
#include "platform/jobs/jobs.hpp"

/// What app/ sees of the module: routes, jobs, commands.
namespace aroeira::fichas {

/// Names the screens add to a CNES code. Implemented in app/wiring over `estabelecimentos`.
class UnidadeNames {
public:
    virtual ~UnidadeNames() = default;
    /// "" when the registry does not know it.
    virtual std::string name_of(const Ibge& municipio, std::string_view cnes) = 0;
};

struct HttpNeeds {
    identity::Gate& gate;
    const Services& services;
    UnidadeNames& unidades;
    std::uint64_t upload_bytes_max;
};

/// Screens and reports of recebimento, the batch API and the LEDI API's `ficha` route.
std::vector<http::Route> routes(const HttpNeeds& needs);

/// `fichas_processar_lote` and `fichas_reprocessar`.
std::map<std::string, jobs::Handler> jobs(const Services& services);

}  // namespace aroeira::fichas
