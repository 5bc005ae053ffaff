// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/identity/operations/services.hpp"

namespace aroeira::identity {

using CredenciaisGranted = Granted<Permission::credenciais_gerenciar>;

/// The credenciais the actor may manage: of the município, or all for the administrador da instalação.
Result<std::vector<Credencial>> list_credenciais(const CredenciaisGranted& granted, const Services& services);

/// A credencial just made. The secret is in no other place.
struct CredencialCriada {
    Credencial credencial;
    std::string segredo;
};

/// Makes user and secret for a third-party system. Without município (administrador da instalação
/// only) it may send fichas of any that is active here.
/// Errors: `invalid_input` ACESSO-0030 (name); `forbidden` ACESSO-0005 (another município).
Result<CredencialCriada> create_credencial(const CredenciaisGranted& granted, std::string_view nome,
                                           const std::optional<Ibge>& municipio, const Services& services);

/// Ends a credencial and its open sessions, at once. Inactivating twice changes nothing.
/// Errors: `not_found` ACESSO-0031, also for another município's.
Result<void> inactivate_credencial(const CredenciaisGranted& granted, const CredencialId& id, const Services& services);

}  // namespace aroeira::identity
