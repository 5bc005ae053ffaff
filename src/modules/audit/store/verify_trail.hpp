// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/audit/domain/verification.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/db/session.hpp"

namespace aroeira::audit {

/// Reads the whole trail and tells where it is not what was recorded; changes nothing, and the program
/// may be running. With a checkpoint, also that it still holds what was signed then.
/// Errors: `unavailable` DB-0004. Cost: about 2.4 µs of processor per event, on as many threads as there are
/// processors; memory does not grow with the trail.
Result<Verification> verify_trail(db::Database& database, const crypto::Vault& vault, const Checkpoint* checkpoint);

/// The ends of all chains now, signed. Seal first: what waits is not in it.
/// Errors: `unavailable` DB-0004.
Result<Checkpoint> make_checkpoint(db::Database& database, const crypto::Vault& vault, std::int64_t instant_ms);

}  // namespace aroeira::audit
