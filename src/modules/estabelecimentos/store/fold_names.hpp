// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "platform/db/session.hpp"

namespace aroeira::estabelecimentos {

/// Folds the names that were kept before they could be searched, in blocks, each its own transaction.
/// Errors: `unavailable` DB-0004. Cost: an empty index where nothing is left.
Result<void> fold_names(db::Database& database);

}  // namespace aroeira::estabelecimentos
