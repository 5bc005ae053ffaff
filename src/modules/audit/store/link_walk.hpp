// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "modules/audit/domain/verification.hpp"
#include "modules/audit/store/blocks.hpp"
#include "platform/db/session.hpp"

namespace aroeira::audit {

/// A stretch of one chain, from `first` to `last`, with the ids of events that are looked at with it. Stretches of a
/// chain together look at every id there is.
struct Stretch {
    std::string municipio{};
    std::int64_t first = 1;
    std::int64_t last = 0;
    std::string after_id{};       ///< Ids above this one,
    std::string until_id{};       ///< up to this one.
    std::string before{};         ///< The link before `first` when the table has it no more.
    std::vector<Block> blocks{};  ///< Those that end in it; archived ones are a stretch of their own.
    bool archived = false;
};

/// An event in the table that its own stretch has no link for.
struct Stray {
    std::string municipio{};
    std::string id{};
};

struct Walked {
    std::vector<Finding> findings{};
    std::vector<Stray> strays{};
};

/// Computes the links of the stretches again, each from the stored link before it, and looks at the signatures of their
/// blocks, on several threads. Findings are in no order. Errors: `unavailable` DB-0004.
Result<Walked> walk_links(db::Database& database, const crypto::Vault& vault, const std::vector<Stretch>& stretches);

}  // namespace aroeira::audit
