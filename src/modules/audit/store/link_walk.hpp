// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "modules/audit/domain/verification.hpp"
#include "platform/db/session.hpp"

namespace aroeira::audit {

/// A stretch of one chain, from `first` to `last`.
struct Stretch {
    std::string municipio{};
    std::int64_t first = 1;
    std::int64_t last = 0;
};

/// Computes the links of the stretches again, each from the stored link before it, on several threads.
/// Findings are in no order. Errors: `unavailable` DB-0004.
Result<std::vector<Finding>> walk_links(db::Database& database, const std::vector<Stretch>& stretches);

}  // namespace aroeira::audit
