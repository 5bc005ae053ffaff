// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/operations/ports.hpp"

namespace aroeira::fichas {

/// The processing hours changed: lotes that wait for an hour that is no longer asked of them are
/// processed now. In the transaction of the change. Gives how many.
/// Errors: `unavailable` from the store.
Result<std::int64_t> hasten_lotes(Ports& ports, const Clock& clock);

}  // namespace aroeira::fichas
