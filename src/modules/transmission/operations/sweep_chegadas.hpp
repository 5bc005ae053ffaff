// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/transmission/operations/arrival_services.hpp"

namespace aroeira::transmission {

/// Forgets some lotes that were begun and of which nothing came for a week, with what came of them:
/// their senders begin them again. Called as others begin, so that what is abandoned does not grow.
/// Errors: `unavailable` DB-0004. Cost: one indexed read when there is nothing to forget.
Result<void> sweep_chegadas(const ArrivalServices& services);

}  // namespace aroeira::transmission
