// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/identity/api/granted.hpp"
#include "modules/instalacoes/operations/services.hpp"

namespace aroeira::instalacoes {

/// Errors: `unavailable` DB-0004.
Result<ProcessingHours> read_processing_hours(const identity::Granted<identity::Permission::fichas_ver>& granted,
                                              const Services& services);

/// Chooses when received lotes are processed. The row of the trail says what it was and what it is.
/// Errors: `invalid_input` INST-0004 when a window begins and ends at the same time.
Result<void> save_processing_hours(const identity::Granted<identity::Permission::processamento_configurar>& granted,
                                   const ProcessingHours& hours, const Services& services);

}  // namespace aroeira::instalacoes
