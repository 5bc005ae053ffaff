// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "platform/db/session.hpp"

namespace aroeira::identity {

/// After a restore nobody is inside, and no link made before it works: some of those had ended since the copy.
/// Errors: `unavailable` DB-0004.
Result<void> end_everything_open(db::Session& session);

}  // namespace aroeira::identity
