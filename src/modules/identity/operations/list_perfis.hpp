// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/identity/domain/recursos.hpp"
#include "modules/identity/operations/services.hpp"

namespace aroeira::identity {

using PerfisSeen = Granted<Permission::perfis_ver>;

/// A page of the perfis of the actor's município, by name. Errors: `invalid_input` ACESSO-0006.
Result<PerfilPage> list_perfis(const PerfisSeen& granted, PerfilFilter filter, const Services& services);

/// A perfil with what it gives and who has it.
struct PerfilDescribed {
    Perfil perfil;
    RecursoSet recursos;
    PerfilUse use;
};
/// Errors: `not_found` ACESSO-0102, also for another município's.
Result<PerfilDescribed> read_perfil(const PerfisSeen& granted, std::string_view id, const Services& services);

/// What a perfil gives. Unit: the caller's transaction.
Result<RecursoSet> active_recursos(const Perfil& perfil, PerfilStore& perfis);

/// The perfil as its município sees it. Unit: the caller's transaction. Errors: `not_found` ACESSO-0102.
Result<Perfil> require_perfil(const Ibge& municipio, std::string_view id, PerfilStore& perfis);

}  // namespace aroeira::identity
