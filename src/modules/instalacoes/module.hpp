// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <vector>

#include "modules/identity/api/granted.hpp"
#include "modules/instalacoes/operations/stored_mail.hpp"           // IWYU pragma: export
#include "modules/instalacoes/domain/stored_security.hpp"       // IWYU pragma: export
#include "modules/instalacoes/operations/installation_card.hpp"  // IWYU pragma: export
#include "modules/instalacoes/operations/municipios.hpp"        // IWYU pragma: export
#include "modules/instalacoes/operations/responsaveis.hpp"      // IWYU pragma: export
#include "modules/instalacoes/operations/services.hpp"          // IWYU pragma: export
#include "modules/instalacoes/store/sql_municipio_store.hpp"    // IWYU pragma: export
#include "modules/instalacoes/store/sql_responsavel_store.hpp"  // IWYU pragma: export
#include "modules/instalacoes/store/sql_settings_store.hpp"     // IWYU pragma: export
#include "platform/http/http.hpp"

/// What app/ sees of the module: the stores to wire and the routes.
namespace aroeira::instalacoes {

/// Municípios, processing hours and trabalhos. `gate` and `services` must outlive the routes.
std::vector<http::Route> routes(identity::Gate& gate, const Services& services);

/// «Configurações da instalação». All must outlive the routes.
std::vector<http::Route> settings_routes(identity::Gate& gate, const Services& services, const Outside& outside);

/// «Municípios e Responsáveis». All must outlive the routes.
std::vector<http::Route> responsavel_routes(identity::Gate& gate, const Services& services, const ResponsavelUnit& unit);

/// By kind. Both must outlive the runner.
std::map<std::string, jobs::Handler> jobs(const Services& services, const Outside& outside);

}  // namespace aroeira::instalacoes
