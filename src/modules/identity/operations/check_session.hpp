// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

#include "modules/identity/operations/services.hpp"

namespace aroeira::identity {

/// What a request shows to be let in.
struct Presented {
    std::string_view token{};  ///< Of the cookie; "" when there is none.
    std::string_view csrf{};   ///< Of the header X-CSRF.
    bool writes = false;       ///< A method that changes something: CSRF must be proven.
    std::string_view address{};
};

/// The session a token belongs to, when it has not ended. The one read of the database every
/// request pays for; a session that was ended is refused at the next request.
///
/// Errors: `unauthenticated` ACESSO-0001; a token that is unknown or expired leaves an audit row.
/// Cost: one statement by primary keys; one more by whoever asks first after a perfil changed.
Result<Sessao> check_session(const Presented& presented, const Services& services);

/// The same for a request that changes something.
/// Errors: also `forbidden` ACESSO-0003 when the CSRF token is not the session's.
Result<Sessao> check_session_and_csrf(const Presented& presented, const Services& services);

/// The refusal of whatever needs the second factor that was not yet proven.
Error half_inside();

/// Writes when sessions were last heard of. Called by a timer, and with `all` at the end.
Result<void> write_seen(const Services& services, SeenBook::Due which);

}  // namespace aroeira::identity
