// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "platform/crypto/crypto.hpp"
#include "platform/db/session.hpp"

namespace aroeira::app {

/// Ties a database to the keys it was first opened with. A node with other keys would count wrong
/// passwords apart, open no sealed password and break the signature of the trail, so it must not begin.
/// Errors: `conflict` APP-0002; `unavailable` DB-0004.
Result<void> check_keys(db::Database& database, const crypto::Vault& vault);

}  // namespace aroeira::app
