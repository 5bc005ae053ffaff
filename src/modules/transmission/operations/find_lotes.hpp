// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/transmission/operations/services.hpp"

namespace aroeira::transmission {

/// The lotes of the município, newest first. Errors: `forbidden` ACESSO-0005; `invalid_input`
/// ACESSO-0006; `unavailable` DB-0004. Source: manual, 3.7.3.2.
Result<LotesEnviados> list_lotes(const MayManage& granted, const std::optional<Ibge>& asked, const LoteEnviadoFilter& filter,
                                 const Services& services);

struct LoteComHistorico {
    LoteEnviado lote;
    std::vector<LinhaDoHistorico> historico{};  ///< Oldest first.
};

/// «Visualizar». Errors: as `list_lotes`; `not_found` TRANS-0001.
Result<LoteComHistorico> find_lote(const MayManage& granted, const std::optional<Ibge>& asked, const LoteEnviadoId& id,
                                   const Services& services);

}  // namespace aroeira::transmission
