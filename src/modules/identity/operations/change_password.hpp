// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/identity/operations/open_session.hpp"

namespace aroeira::identity {

struct PasswordChange {
    std::string_view current;
    std::string_view chosen;
    std::string_view address;
};

/// Changes one's own password: the session goes on under a new token, all others of hers end.
/// A wrong current password counts like one at login, and at the limit the session ends too.
///
/// Errors: `invalid_input` ACESSO-0020 (rules; not the current nor the previous one), ACESSO-0023
///         (current is wrong), on the field; `unauthenticated` ACESSO-0011 when this one locked.
/// Source: our decision 4; SBIS NGS1.02.06, NGS1.02.08 and NGS1.02.11.
Result<Entered> change_password(const Sessao& sessao, const PasswordChange& change, const Services& services);

/// Lays the new password over the person's, with its day and what it answers. The caller has checked it
/// against the rules. Unit: the caller's transaction. Errors: `unavailable` DB-0004.
Result<void> keep_password(Usuario& usuario, std::string hash, Ports& ports, const Services& services);

}  // namespace aroeira::identity
