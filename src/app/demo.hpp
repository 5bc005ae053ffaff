// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "app/commands.hpp"
#include "app/wiring.hpp"

namespace aroeira::app {

/// Loads the demonstration into an installation without usuários, or completes one whose loading was
/// interrupted: accounts with known passwords, a CNES and a month of fichas. In any other nothing happens.
/// Errors: those of demo::make_steps and of the steps.
/// Cost: under 2 seconds the first time, one query afterwards.
Result<void> ensure_demo(App& app, Demo demo, const std::string& dados);

/// Whether this installation is a demonstration, whose passwords everybody knows.
Result<bool> has_demo(App& app);

}  // namespace aroeira::app
