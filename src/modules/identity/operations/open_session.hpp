// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/identity/operations/services.hpp"

namespace aroeira::identity {

/// A session just opened or renewed: what the cookie gets. The token is nowhere else.
struct Entered {
    std::string token;
    Sessao sessao;
};

/// What a session begins with.
struct Entry {
    const Usuario& usuario;
    std::string_view address;
    std::string_view replaced_token{};  ///< Of the cookie that came with the request: it ends here.
    std::int64_t failures_before = 0;
};

/// Opens a session of a person under a new token: one that came with the request is never kept
/// (session fixation). With one acesso only it is chosen; with none the entry is refused. Whose password
/// is too old, or was to be redefined, is inside only to change it.
/// Unit:   the caller's transaction.
/// Errors: `forbidden` ACESSO-0014 when the person has no active acesso.
Result<Entered> open_session(const Entry& entry, Ports& ports, const Services& services);

/// The acesso becomes the one the session works with.
/// Unit:   the caller's transaction, which keeps the session.
Result<void> work_with(Sessao& sessao, const Acesso& acesso, Ports& ports, const Services& services);

/// The same session under a new token and CSRF token, with what changed in `sessao`.
/// Unit:   the caller's transaction.
/// Errors: `unauthenticated` ACESSO-0001 when it ended meanwhile.
Result<Entered> renew_session(Sessao sessao, Ports& ports, const Services& services);

}  // namespace aroeira::identity
