// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "modules/identity/api/granted.hpp"
#include "modules/instalacoes/domain/stored_security.hpp"       // IWYU pragma: export
#include "modules/instalacoes/operations/installation_card.hpp"  // IWYU pragma: export
#include "modules/instalacoes/operations/municipios.hpp"        // IWYU pragma: export
#include "modules/instalacoes/store/sql_municipio_store.hpp"    // IWYU pragma: export
#include "modules/instalacoes/store/sql_settings_store.hpp"     // IWYU pragma: export
#include "platform/http/http.hpp"

/// What app/ sees of the module: the stores to wire and the routes.
namespace aroeira::instalacoes {

/// Municípios, processing hours and trabalhos. `gate` and `services` must outlive the routes.
std::vector<http::Route> routes(identity::Gate& gate, const Services& services);

}  // namespace aroeira::instalacoes
