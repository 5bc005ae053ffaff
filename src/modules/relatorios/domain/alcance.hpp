// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "base/result.hpp"
#include "modules/relatorios/domain/stores.hpp"

namespace aroeira::relatorios {

/// The acesso somebody works with, as far as it bounds what is seen.
struct AcessoAtivo {
    bool de_lotacao = false;  ///< Its perfil works in a lotação.
    bool coordena = false;    ///< Its perfil is of coordenação.
    std::string lotacao{};    ///< "" when the acesso has none.
};

/// Whose numbers somebody may see. Source: manual PEC, 8 (Relatórios).
struct Alcance {
    enum class Tipo : std::uint8_t {
        municipio,  ///< Gestor municipal, administradores.
        unidade,    ///< Coordenador: the unit of the lotação.
        proprio,    ///< Everybody else: what the professional did.
    };
    Tipo tipo = Tipo::proprio;
    std::string cnes{};          ///< Of the lotação.
    std::string profissional{};  ///< CNS.

    /// What was asked, inside of what may be seen.
    /// Errors: `forbidden` RELAT-0005 when it is outside, or when the lotação is not known.
    [[nodiscard]] Result<Filtro> within(Filtro asked) const;
};
std::string_view name_of(Alcance::Tipo tipo);

}  // namespace aroeira::relatorios
