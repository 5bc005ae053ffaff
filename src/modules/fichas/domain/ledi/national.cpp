// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/ledi/national.hpp"

namespace aroeira::fichas::ledi::national {

bool accepts_cbo(std::int64_t, std::string_view) { return true; }
bool has_cbo(std::string_view) { return true; }
bool has_municipio(std::string_view) { return true; }

}  // namespace aroeira::fichas::ledi::national
