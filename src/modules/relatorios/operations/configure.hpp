// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/relatorios/operations/services.hpp"

namespace aroeira::relatorios {

/// A line of «Configuração de impressão».
struct FatorDoRelatorio {
    const Relatorio* relatorio = nullptr;
    std::size_t grupos = 0;  ///< Groups of information it has.
    Fator fator{};
};

/// Every report with the fator in force. Source: manual, 3.7.6.1.
Result<std::vector<FatorDoRelatorio>> list_fatores(const MayConfigure& granted, const Services& services);

/// «Salvar». Gives the line as it is now.
/// Errors: `not_found` RELAT-0002; `invalid_input` RELAT-0003, on field "fator"; `conflict` RELAT-0004 when somebody
/// else saved it after `versao`. Source: manual, 3.7.6.1.
Result<FatorDoRelatorio> save_fator(const MayConfigure& granted, std::string_view relatorio, const Fator& fator, const Services& services);

}  // namespace aroeira::relatorios
