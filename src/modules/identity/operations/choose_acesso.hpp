// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/identity/operations/open_session.hpp"

namespace aroeira::identity {

/// Makes one of the person's acessos the active one, under a new token.
/// Errors: `forbidden` ACESSO-0015 when the acesso is not hers or not active; `unauthenticated`
///         ACESSO-0001 when the session ended meanwhile.
Result<Entered> choose_acesso(const Sessao& sessao, const AcessoId& acesso, std::string_view address, const Services& services);

}  // namespace aroeira::identity
