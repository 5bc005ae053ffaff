// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/identity/operations/manage_credenciais.hpp"

namespace aroeira::identity {

/// The certificate (PEM or DER) with which the system of a credencial enters from now on, besides its
/// secret; in place of the one it had, whose sessions end.
/// Errors: `not_found` ACESSO-0031; `invalid_input` ACESSO-0050, on the field `arquivo`, when it is no
///         certificate, or is expired or not yet valid; `conflict` ACESSO-0051 when another credencial
///         has it, ACESSO-0052 when the credencial is inactive.
Result<Credencial> register_certificado(const CredenciaisGranted& granted, const CredencialId& id, std::string_view file, const Services& services);

/// The certificate opens nothing any more, and the sessions of the credencial end. Twice is as once.
/// Errors: `not_found` ACESSO-0031.
Result<void> remove_certificado(const CredenciaisGranted& granted, const CredencialId& id, const Services& services);

}  // namespace aroeira::identity
