// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "modules/imunobiologicos/operations/services.hpp"     // IWYU pragma: export
#include "modules/imunobiologicos/store/sql_lote_store.hpp"    // IWYU pragma: export
#include "platform/http/http.hpp"

/// What app/ sees of the module: the store to wire and the routes.
namespace aroeira::imunobiologicos {

/// `gate` and `services` must outlive the routes.
std::vector<http::Route> routes(identity::Gate& gate, const Services& services);

}  // namespace aroeira::imunobiologicos
