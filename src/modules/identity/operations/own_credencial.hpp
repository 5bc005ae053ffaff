// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/identity/operations/manage_credenciais.hpp"

/// What every act on one credencial begins and ends with.
namespace aroeira::identity {

/// Errors: `not_found` ACESSO-0031, also for another município's.
Result<Credencial> own_credencial(const CredenciaisGranted& granted, const CredencialId& id, Ports& ports);

/// The row of the trail for an act on it.
audit::Entry entry_of(audit::Event event, const Actor& actor, const Credencial& credencial);

}  // namespace aroeira::identity
