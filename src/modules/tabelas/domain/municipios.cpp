// SPDX-License-Identifier: Apache-2.0
#include "modules/tabelas/api/municipios.hpp"

#include "modules/tabelas/domain/packed.hpp"

namespace aroeira::tabelas {

void each_municipio(const std::function<bool(std::string_view, std::string_view, std::string_view)>& visit) {
    const auto& table = packed::municipio;
    for (std::size_t row = 0; row < table.count; ++row)
        if (!visit(table.key(row), Packed::part(table.label(row), 0), Packed::part(table.label(row), 1))) return;
}

}  // namespace aroeira::tabelas
