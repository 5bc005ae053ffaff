// SPDX-License-Identifier: Apache-2.0
#include "modules/instalacoes/api/installation_card.hpp"

namespace aroeira::instalacoes {

std::string_view name_of(TipoInstalacao tipo) {
    switch (tipo) {
        case TipoInstalacao::prontuario: return "prontuario";
        case TipoInstalacao::centralizador_municipal: return "centralizador_municipal";
        case TipoInstalacao::centralizador_estadual: return "centralizador_estadual";
        case TipoInstalacao::centralizador_nacional: return "centralizador_nacional";
    }
    return {};
}

std::optional<TipoInstalacao> tipo_instalacao_of(std::string_view name) {
    for (const auto tipo : kTiposInstalacao)
        if (name_of(tipo) == name) return tipo;
    return std::nullopt;
}

}  // namespace aroeira::instalacoes
