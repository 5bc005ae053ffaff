// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "modules/identity/api/granted.hpp"
#include "modules/instalacoes/operations/services.hpp"
#include "platform/http/http.hpp"

namespace aroeira::instalacoes {

/// Who the installation is, and when it makes lotes.
std::vector<http::Route> installation_routes(identity::Gate& gate, const Services& services);

}  // namespace aroeira::instalacoes
