// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/identity/api/granted.hpp"
#include "modules/identity/api/security.hpp"
#include "modules/instalacoes/operations/services.hpp"

namespace aroeira::instalacoes {

using MayConfigure = identity::Granted<identity::Permission::instalacao_configurar>;

/// What the administrador da instalação chooses in «Segurança».
struct SecurityChoice {
    std::optional<int> password_months = 6;  ///< Nothing: «Nunca».
    int idle_minutes = 30;
    int failures_max = 5;
    identity::SenhaInicial senha_inicial = identity::SenhaInicial::link;
    bool administrators_prove = false;
    friend bool operator==(const SecurityChoice&, const SecurityChoice&) = default;
};

struct SecuritySeen {
    SecurityChoice chosen{};
    std::int64_t versao = 0;
};

/// Errors: `unavailable` DB-0004.
Result<SecuritySeen> read_security(const MayConfigure& granted, const Services& services);

/// «Salvar»: holds for who enters from now on. What changed is in the trail; «CNS + esus» by a row of its own.
/// Errors: `invalid_input` INST-0011, by field, for what is no option of the manual; `conflict` INST-0009.
/// Source: manual, 3.1.2; our decisions 1 to 3.
Result<SecuritySeen> save_security(const MayConfigure& granted, const SecuritySeen& asked, const Services& services);

/// Everybody must choose another password at the next entry; who is inside goes on until then.
/// Errors: `unavailable` DB-0004. Source: manual, 3.1.2.
Result<void> ask_to_redefine(const MayConfigure& granted, const Services& services);

}  // namespace aroeira::instalacoes
