// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "app/wiring.hpp"

/// The demonstration, put in through the doors everybody uses.
namespace aroeira::app::demo {

/// One thing to load. Running it again when it was done changes nothing, so what was interrupted
/// anywhere is completed by running all of them once more.
struct Step {
    std::string name;
    std::function<Result<void>()> run;
};

/// The accounts, the CNES, a credencial, and a month of lotes up to `begun`, in the order to run them.
/// The files a person may try by hand are left in `directory`. `app` must outlive the steps.
/// Errors: those of read_models, Town::read and make_month.
Result<std::vector<Step>> make_steps(App& app, const std::string& directory, Instant begun);

}  // namespace aroeira::app::demo
