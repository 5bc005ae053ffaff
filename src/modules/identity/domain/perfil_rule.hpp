// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/identity/domain/perfil.hpp"
#include "modules/identity/domain/recursos.hpp"

namespace aroeira::identity {

/// What a perfil with these recursos is: a município makes no perfil that reaches past it, and none that mixes
/// administration or coordination with the care of cidadãos.
/// Errors: `invalid_input` ACESSO-0104 on the field "recursos".
/// Source: manual PEC 3.6.1.
Result<TipoPerfil> tipo_of(TipoAcesso acesso, const RecursoSet& recursos);

/// Whether somebody of a município may change what this standard perfil gives.
bool may_edit(const Perfil& perfil);
/// Whether its recursos may be the beginning of another perfil.
bool may_copy(const Perfil& perfil);

/// What the administrador municipal keeps, so that somebody can always give recursos back.
bool keeps_administration(const Perfil& perfil, const RecursoSet& recursos);

/// Errors: `invalid_input` ACESSO-0100 on the field "nome".
Result<void> check_perfil_name(std::string_view nome);

/// The paths sent by a screen, with what is above them. Errors: `invalid_input` ACESSO-0101 on the field "recursos".
Result<RecursoSet> chosen_recursos(std::span<const std::string> caminhos);

}  // namespace aroeira::identity
