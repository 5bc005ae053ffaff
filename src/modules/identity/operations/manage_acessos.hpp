// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/identity/operations/current_session.hpp"
#include "modules/identity/operations/manage_usuarios.hpp"

namespace aroeira::identity {

using AcessosGranted = Granted<Permission::acessos_gerenciar>;

/// The acessos of a person that the actor may see: those of his município, or all.
/// Errors: `not_found` ACESSO-0022.
Result<std::vector<AcessoDescrito>> acessos_of(const AcessosGranted& granted, const UsuarioId& usuario, const Services& services);

/// Whether the person proves herself in two steps. Errors: `unavailable` DB-0004.
Result<bool> uses_second_factor(const AcessosGranted& granted, const UsuarioId& usuario, const Services& services);

/// The perfis `give_acesso` takes from this actor, by name within each kind; those of a município, when he names one.
/// Errors: `forbidden` ACESSO-0005 (not his município).
Result<std::vector<Perfil>> perfis_to_give(const AcessosGranted& granted, const std::optional<Ibge>& municipio, const Services& services);

/// Gives an acesso that is of no lotação: of gestor municipal by a município; of gestor estadual and of administrators
/// by the administrador da instalação. Nobody gives himself one.
/// Errors: `not_found` ACESSO-0022; `forbidden` ACESSO-0112 (himself); `invalid_input` ACESSO-0034, ACESSO-0113 (perfil);
///         `conflict` ACESSO-0114 (he has it).
/// Source: manual PEC 3.6.1.
Result<Acesso> give_acesso(const AcessosGranted& granted, const UsuarioId& usuario, const NewAcesso& fresh, const Services& services);

/// Takes such an acesso away; who works with it chooses again at the next request.
/// Errors: `not_found` ACESSO-0115; `conflict` ACESSO-0041 (nobody else would administer the installation).
Result<void> take_acesso(const AcessosGranted& granted, const UsuarioId& usuario, const AcessoId& acesso, const Services& services);

}  // namespace aroeira::identity
