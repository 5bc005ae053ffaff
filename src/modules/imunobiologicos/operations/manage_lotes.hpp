// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/imunobiologicos/operations/services.hpp"

namespace aroeira::imunobiologicos {

/// «Adicionar». Errors: `invalid_input` IMUNO-0001, by field, also when the same lote is there. Source: manual, 3.10.
Result<Lote> add_lote(const MayKeep& granted, const LoteForm& form, const Services& services);

/// A lote that a ficha names stays what it is: only its validade may change.
/// Errors: `invalid_input` IMUNO-0001; `not_found` IMUNO-0003; `conflict` IMUNO-0004 (somebody changed it since), IMUNO-0005 (in use).
Result<Lote> edit_lote(const MayKeep& granted, const LoteId& id, const LoteForm& form, std::int64_t versao, const Services& services);

/// «Inativar» and «Ativar». Errors: `not_found` IMUNO-0003; `conflict` IMUNO-0004.
Result<Lote> set_ativo(const MayKeep& granted, const LoteId& id, bool ativo, std::int64_t versao, const Services& services);

/// «Excluir», never one that a ficha of vacinação kept here names.
/// Errors: `not_found` IMUNO-0003; `conflict` IMUNO-0004, IMUNO-0005. Cost: reads the fichas of vacinação of the município.
Result<void> remove_lote(const MayKeep& granted, const LoteId& id, std::int64_t versao, const Services& services);

}  // namespace aroeira::imunobiologicos
