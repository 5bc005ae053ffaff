// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "app/demo/calendar.hpp"
#include "app/demo/luck.hpp"
#include "app/demo/model.hpp"
#include "app/demo/town.hpp"

namespace aroeira::app::demo {

/// A ficha as its system writes it, with the unit and the time of the care.
struct FilledIn {
    std::string uuid, bytes, cnes;
    int day = 0, minutes = 0;
};

/// Fills a model in. The same luck gives two models that differ in some lines the same uuid, people and time.
/// Errors: `internal` DEMO-0002 a name nobody knows; DEMO-0003 nobody of the occupations works in the town;
///         DEMO-0004 a line that does not fit the ficha.
Result<FilledIn> fill_in(const Model& model, const Town& town, const Calendar& calendar, Luck luck);

}  // namespace aroeira::app::demo
