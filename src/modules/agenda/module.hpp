// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "modules/agenda/operations/services.hpp"       // IWYU pragma: export
#include "modules/agenda/store/sql_agenda_store.hpp"    // IWYU pragma: export
#include "platform/http/http.hpp"

/// What app/ sees of the module.
namespace aroeira::agenda {

/// The agenda of each lotação, as the screens of «Profissionais» ask for it.
std::vector<http::Route> routes(identity::Gate& gate, const Services& services);

}  // namespace aroeira::agenda
