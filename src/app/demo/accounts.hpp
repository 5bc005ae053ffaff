// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

#include "app/wiring.hpp"

/// Who may enter the demonstration.
namespace aroeira::app::demo {

inline constexpr std::string_view kMunicipio = "5300108";
/// The CPF of the municipal administration, in whose name files are sent.
inline constexpr std::string_view kMunicipalAdministrator = "11144477735";
inline constexpr std::string_view kCoordinator = "12345678909";

/// Activates the município and registers one person of each perfil; who is registered stays as she is.
/// Errors: those of activate_municipio and create_usuario.
Result<void> make_accounts(App& app);

/// CPF and password of each, on the terminal.
void print_accounts();

}  // namespace aroeira::app::demo
