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

/// Inside the transaction of the caller: the hours, what waits for them and the row of the trail;
/// nothing when they are what they were.
Result<void> change_processing_hours(const identity::Actor& actor, const ProcessingHours& hours, Ports& ports, const Services& services);

}  // namespace aroeira::instalacoes
