// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>

#include "base/clock.hpp"
#include "base/ids.hpp"
#include "modules/audit/api/trail.hpp"
#include "platform/db/session.hpp"

namespace aroeira::audit {

/// The database as the whole program sees it: what a transaction changed is told in the trail inside the same
/// transaction, whoever wrote the SQL («Operação no banco de dados», manual PEC 3.9.1). Names of columns, never values.
/// All must outlive it. Cost: about 0.1 µs per statement, and two INSERTs per operation told.
std::unique_ptr<db::Database> audited(std::unique_ptr<db::Database> database, IdSource& ids, const Clock& clock);

/// Tells an audited session who acts: called with every event that is recorded in it.
void hear(db::Session& session, const Entry& entry);

}  // namespace aroeira::audit
