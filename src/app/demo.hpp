// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "app/wiring.hpp"

namespace aroeira::app {

/// Loads the demonstration: a município and one person of each perfil, with known passwords.
/// Only into an installation without usuários.
/// Errors: those of activate_municipio and create_usuario.
Result<void> load_demo(App& app);

/// Whether this installation is a demonstration, whose passwords everybody knows.
Result<bool> has_demo(App& app);

/// CPF and password of each demonstration account, on the terminal.
void print_demo_accounts();

}  // namespace aroeira::app
