// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "platform/db/session.hpp"

namespace aroeira::transmission {

/// After a restore: who receives our lotes may have had more of them than the copy knows, and takes a ficha of a lower
/// number for an older one. The numbering goes on where no lote can have been.
/// Errors: `unavailable` DB-0004.
Result<void> skip_lote_numbers(db::Session& session);

}  // namespace aroeira::transmission
