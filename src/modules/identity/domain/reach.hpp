// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "modules/identity/domain/usuario.hpp"

namespace aroeira::identity {

/// The lotações somebody works for with the perfil of her session; nothing for who works for a whole município, or for
/// the installation. Empty when she no longer has the perfil. `acessos` are all of hers.
std::optional<std::vector<std::string>> lotacoes_of(const Actor& actor, const std::vector<Acesso>& acessos);

}  // namespace aroeira::identity
