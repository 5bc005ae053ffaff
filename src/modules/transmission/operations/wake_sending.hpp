// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>

#include "modules/transmission/operations/services.hpp"

namespace aroeira::transmission {

/// Sees to it that the job of a destino looks at once at what there is to send, in the caller's
/// transaction. There is one per destino, and it never ends while the destino is in the list. Who
/// calls wakes the runner after the commit. Errors: `unavailable` DB-0004.
Result<void> wake_sending(const DestinoId& destino, Ports& ports, const Services& services);

/// The same for all of `destinos` that are sent to over the network, in a transaction of its own.
Result<void> wake_sending(std::span<const DestinoDoLote> destinos, const Services& services);

}  // namespace aroeira::transmission
