// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/transmission/operations/destino_form.hpp"

namespace aroeira::transmission {

/// «Editar». A password left empty is kept, unless the address is of another server: what one server
/// was told is not for another. What was found and tried before is forgotten, since it was of before.
/// Errors: `not_found` TRANS-0010; `conflict` TRANS-0011 when the name or the address of a destino that
///         was laid there would change, TRANS-0013; `invalid_input` TRANS-0012; `unavailable` DB-0004.
/// Source: manual, 3.7.3.1.
Result<Destino> edit_destino(const MayManage& granted, const DestinoId& id, const NewDestino& form, const Services& services);

}  // namespace aroeira::transmission
