// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "base/clock.hpp"
#include "base/ids.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/db/session.hpp"

namespace aroeira::app {

/// Ties a database to the keys it was first opened with, and to the newest of them. A node with other keys would count wrong
/// passwords apart, open no sealed password and break the signature of the trail, so it must not begin.
/// Errors: `conflict` APP-0002; `unavailable` DB-0004.
Result<void> check_keys(db::Database& database, const crypto::Vault& vault);

/// Makes a new master key and puts every sealed secret under it; what was signed with an older key still holds. How many
/// secrets. A fall in between leaves each under one key or the other, and both open.
/// Errors: `unavailable` CRYPTO-0003, DB-0004; `invalid_input` CRYPTO-0004 for a secret of other keys: nothing is put then.
Result<std::int64_t> rotate_keys(db::Database& database, crypto::Vault& vault, IdSource& ids, const Clock& clock);

}  // namespace aroeira::app
