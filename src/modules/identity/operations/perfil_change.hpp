// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/identity/domain/recursos.hpp"
#include "modules/identity/operations/services.hpp"

namespace aroeira::identity {

/// The event of a perfil whose recursos changed: one line per recurso, «<Adição/Remoção> <Recurso> <Permissão>».
/// Unit:   the caller's transaction.
/// Source: manual PEC 3.9.1, «Configuração de perfil».
Result<void> record_change(const Perfil& perfil, const RecursoSet& before, const RecursoSet& after, const Actor& actor, Ports& ports);

/// The same event for what was done with the perfil as a whole: «Cadastro», «Exclusão»…
/// Unit:   the caller's transaction.
Result<void> record_act(const Perfil& perfil, std::string_view act, const Actor& actor, Ports& ports);

}  // namespace aroeira::identity
