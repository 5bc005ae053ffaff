// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "modules/gestao/operations/services.hpp"                // IWYU pragma: export
#include "modules/gestao/store/sql_agenda_store.hpp"             // IWYU pragma: export
#include "modules/gestao/store/sql_grupo_exame_store.hpp"        // IWYU pragma: export
#include "modules/gestao/store/sql_tipo_servico_store.hpp"       // IWYU pragma: export
#include "platform/http/http.hpp"

/// What app/ sees of the module: the stores to wire and the routes.
namespace aroeira::gestao {

/// `gate` and `services` must outlive the routes.
std::vector<http::Route> routes(identity::Gate& gate, const Services& services);

}  // namespace aroeira::gestao
