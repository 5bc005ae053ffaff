// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "modules/identity/api/permission.hpp"

namespace aroeira::identity {

/// The perfis of an installation, with the names a PEC user knows.
/// Source: manual PEC 3.6; «Instalador» is the perfil of the administrador da instalação.
enum class Perfil : std::uint8_t { administrador_instalacao, administrador_municipal, enfermeiro };

std::string_view code_of(Perfil perfil);   ///< The spelling in the database and in the API.
std::string_view title_of(Perfil perfil);  ///< What screens show.
std::optional<Perfil> perfil_of(std::string_view code);

std::span<const Permission> permissions_of(Perfil perfil);
bool allows(Perfil perfil, Permission permission);

/// Whether an acesso with this perfil is bound to one município. Only the administrador da
/// instalação is not.
bool is_municipal(Perfil perfil);

}  // namespace aroeira::identity
