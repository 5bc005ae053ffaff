// SPDX-License-Identifier: Apache-2.0
#include "modules/tabelas/api/perfis.hpp"

#include "modules/tabelas/domain/packed.hpp"

namespace aroeira::tabelas {
namespace {

std::string_view without_fill(std::string_view key) { return key.substr(0, key.find_last_not_of(' ') + 1); }

}  // namespace

std::size_t perfis_padrao() { return packed::perfil_padrao.count; }

PerfilPadrao perfil_padrao(std::size_t row) {
    const auto label = packed::perfil_padrao.label(row);
    return {without_fill(packed::perfil_padrao.key(row)), Packed::part(label, 0), Packed::part(label, 1), Packed::part(label, 2)};
}

std::size_t recursos() { return packed::recurso.count; }

Recurso recurso(std::size_t row) {
    const auto label = packed::recurso.label(row);
    return {without_fill(packed::recurso.key(row)), packed::recurso.flags[row] == 'I', Packed::part(label, 0) == "nosso",
            Packed::part(label, 1), Packed::part(label, 2)};
}

}  // namespace aroeira::tabelas
