// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/audit/store/link_walk.hpp"

namespace aroeira::audit {

/// A trail that somebody else wrote from end to end is not listed event by event.
inline constexpr std::size_t kFindingsMax = 100;
/// More strays than these are not kept to be told apart.
inline constexpr std::size_t kStraysMax = 100'000;

/// Looks at a stretch whose events are in the table: at its links, then at the events in the order of their ids, which
/// is that of the links but for a few, then at what is missing one by one. Errors: `unavailable` DB-0004.
Result<Walked> walk_live(db::Session& session, const crypto::Vault& vault, const Stretch& stretch);

/// Looks at a stretch whose events are in the archive. Errors: `unavailable` DB-0004.
Result<Walked> walk_archived(db::Session& session, const crypto::Vault& vault, const Stretch& stretch);

}  // namespace aroeira::audit
