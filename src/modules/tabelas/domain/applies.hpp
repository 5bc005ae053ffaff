// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/tabelas/api/clinica.hpp"
#include "modules/tabelas/domain/packed.hpp"

namespace aroeira::tabelas {

/// Whom the code applies to, by the flag of its row: M, F or anything else.
inline Applies applies(const Packed& table, std::string_view key) {
    const auto row = table.find(key);
    if (!row) return Applies::both;
    if (table.flags[*row] == 'M') return Applies::male;
    return table.flags[*row] == 'F' ? Applies::female : Applies::both;
}

}  // namespace aroeira::tabelas
