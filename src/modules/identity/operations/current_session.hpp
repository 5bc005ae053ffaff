// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/identity/operations/services.hpp"

namespace aroeira::identity {

/// One acesso with the names a screen shows.
struct AcessoDescrito {
    Acesso acesso;
    Place place;
};

/// A session with what its person may choose from.
struct SessaoDescrita {
    Sessao sessao;
    std::vector<AcessoDescrito> acessos;
    bool second_factor = false;  ///< It is on.
};

/// Errors: `unavailable` DB-0004.
Result<SessaoDescrita> current_session(const Sessao& sessao, const Services& services);

}  // namespace aroeira::identity
