// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/estabelecimentos/operations/services.hpp"
#include "modules/identity/api/granted.hpp"

namespace aroeira::estabelecimentos {

/// «Redefinir senha», and «Desbloquear e redefinir senha» of who is locked.
/// Errors: `not_found` PROF-0001, ACESSO-0022; `forbidden` PROF-0007 (not of the actor's unit), ACESSO-0042.
/// Source: manual PEC 3.5.2.
Result<identity::SenhaRedefinida> redefine_password(const identity::Granted<identity::Permission::senhas_redefinir>& granted,
                                                    const std::optional<Ibge>& municipio, std::string_view profissional, const Services& services);

}  // namespace aroeira::estabelecimentos
