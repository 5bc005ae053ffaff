// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/operations/ports.hpp"
#include "platform/jobs/jobs.hpp"

namespace aroeira::fichas {

/// Somebody cancelled a trabalho: the lote it was to process, if any, ends with what was already
/// kept, says so, and lets go of its file. In the transaction of the cancelling, so that no block is
/// written after it.
/// Errors: `unavailable` from the store.
Result<void> cancel_lote(const jobs::Status& trabalho, Ports& ports, const Clock& clock);

}  // namespace aroeira::fichas
