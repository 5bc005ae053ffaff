// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/operations/ports.hpp"
#include "modules/identity/api/granted.hpp"

namespace aroeira::fichas {

/// «Processar todos»: every lote that waits for its hour is processed now. Gives how many.
/// Errors: `forbidden` ACESSO-0005; `unavailable` from the store.
/// Source: manual, 3.7.3.3.1.
Result<std::int64_t> process_all(const identity::Granted<identity::Permission::fichas_processar>& granted,
                                 const std::optional<Ibge>& municipio, const Services& services);

}  // namespace aroeira::fichas
