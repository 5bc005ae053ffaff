// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "modules/estabelecimentos/operations/services.hpp"

namespace aroeira::estabelecimentos {

/// The day it is in a município, AAAA-MM-DD. Errors: `not_found` INST-0001 when it is not active here.
Result<std::string> today_in(const Ibge& municipio, Ports& ports, Instant now);

}  // namespace aroeira::estabelecimentos
