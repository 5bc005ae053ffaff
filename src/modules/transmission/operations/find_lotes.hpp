// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/transmission/operations/services.hpp"

namespace aroeira::transmission {

/// The lotes of the município, newest first, each with when it is tried next and what keeps it. Errors: `forbidden` ACESSO-0005; `invalid_input`
/// ACESSO-0006; `unavailable` DB-0004. Source: manual, 3.7.3.2.
Result<LotesEnviados> list_lotes(const MayManage& granted, const std::optional<Ibge>& asked, const LoteEnviadoFilter& filter,
                                 const Services& services);

struct LoteComHistorico {
    LoteEnviado lote;
    std::vector<LinhaDoHistorico> historico{};  ///< Oldest first.
};

/// A page of the fichas of a lote and how many there are in all.
struct FichasEnviadas {
    std::vector<FichaEnviada> items{};
    std::int64_t total = 0;
};

/// What the destino said of each ficha. Errors: as `list_lotes`; `not_found` TRANS-0001.
Result<FichasEnviadas> list_fichas(const MayManage& granted, const std::optional<Ibge>& asked, const LoteEnviadoId& id, QuaisFichas which,
                                   std::int64_t page, const Services& services);

/// «Visualizar». Errors: as `list_lotes`; `not_found` TRANS-0001.
Result<LoteComHistorico> find_lote(const MayManage& granted, const std::optional<Ibge>& asked, const LoteEnviadoId& id,
                                   const Services& services);

}  // namespace aroeira::transmission
