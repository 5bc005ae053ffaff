// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/identity/operations/services.hpp"

namespace aroeira::identity {

/// Ends a session: its token is worth nothing from the commit on.
/// Errors: `unavailable` DB-0004.
Result<void> log_out(const Sessao& sessao, std::string_view address, const Services& services);

}  // namespace aroeira::identity
