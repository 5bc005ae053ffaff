// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/transmission/operations/destino_form.hpp"

namespace aroeira::transmission {

/// «Adicionar instalação»: one more that receives our lotes. Its password is sealed for it alone.
/// Errors: `invalid_input` TRANS-0012; `conflict` TRANS-0013; `unavailable` DB-0004. Source: manual, 3.7.3.1.
Result<Destino> add_destino(const MayManage& granted, const NewDestino& form, const Services& services);

}  // namespace aroeira::transmission
