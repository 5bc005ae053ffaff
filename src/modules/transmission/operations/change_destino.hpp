// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/transmission/operations/destino_form.hpp"

namespace aroeira::transmission {

/// Those of the list, the Centralizador Nacional first. Errors: `unavailable` DB-0004.
Result<std::vector<Destino>> list_destinos(const MayManage& granted, const Services& services);

/// «Mais opções › Inativar»: no lote is made for it or sent to it. Errors: `not_found` TRANS-0010; `unavailable` DB-0004.
Result<Destino> inactivate_destino(const MayManage& granted, const DestinoId& id, const Services& services);
/// «Mais opções › Ativar»: it is tried again as if it had never failed. Errors: as `inactivate_destino`.
Result<Destino> activate_destino(const MayManage& granted, const DestinoId& id, const Services& services);

/// «Excluir»: out of the list, its password forgotten; the lotes that were made for it stay.
/// Errors: `not_found` TRANS-0010; `conflict` TRANS-0011 for the Centralizador Nacional; `unavailable` DB-0004.
Result<void> remove_destino(const MayManage& granted, const DestinoId& id, const Services& services);

}  // namespace aroeira::transmission
