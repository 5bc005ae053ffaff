// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/identifiers.hpp"

namespace aroeira::instalacoes {

/// What an installation is in the network. Source: manual, 3.7.1 and 3.7.3.1.
enum class TipoInstalacao : std::uint8_t {
    prontuario,               ///< Where fichas are born, and what passes them on in a município.
    centralizador_municipal,
    centralizador_estadual,
    centralizador_nacional,
};
inline constexpr std::array kTiposInstalacao{TipoInstalacao::prontuario, TipoInstalacao::centralizador_municipal,
                                             TipoInstalacao::centralizador_estadual, TipoInstalacao::centralizador_nacional};
std::string_view name_of(TipoInstalacao tipo);
/// Nothing for a name that is none of theirs.
std::optional<TipoInstalacao> tipo_instalacao_of(std::string_view name);

/// It gathers what other installations send, of municípios it does not serve itself.
constexpr bool is_central(TipoInstalacao tipo) {
    return tipo == TipoInstalacao::centralizador_estadual || tipo == TipoInstalacao::centralizador_nacional;
}

/// Who this installation says it is to others.
struct InstallationCard {
    Uuid id;             ///< Made at the first start; never another.
    std::string nome{};
    TipoInstalacao tipo = TipoInstalacao::prontuario;
    std::string uf{};    ///< "" when it belongs to none.
    friend bool operator==(const InstallationCard&, const InstallationCard&) = default;
};

}  // namespace aroeira::instalacoes
