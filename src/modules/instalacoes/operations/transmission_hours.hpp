// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/instalacoes/operations/installation_card.hpp"

namespace aroeira::instalacoes {

/// Unit: minutes after local midnight. Errors: `unavailable` DB-0004.
Result<int> read_transmission_start(const MayTransmit& granted, const Services& services);

/// «Horário de geração de lotes e processamento de fichas»: when lotes are made and sent; the window
/// of processing goes with it, unless fichas are processed as they come.
/// Unit: minutes after local midnight, 0 to 1439. Errors: `unavailable` DB-0004. Source: manual, 3.7.3.1.
Result<void> save_transmission_start(const MayTransmit& granted, int start_minutes, const Services& services);

}  // namespace aroeira::instalacoes
