// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <string_view>

#include "app/demo/luck.hpp"
#include "base/result.hpp"

namespace aroeira::app::demo {

/// What is known of one ficha, by the name a model gives it ("pessoa.cpf").
struct Known {
    std::map<std::string, std::string, std::less<>> values{};
    int day = 0;  ///< Of the care, since 1970: `$dia`, `$dia-30`.
};

/// The value of a line of a model, with its choices made and its names replaced. Empty: the field is absent.
/// Errors: `internal` DEMO-0002 for a name nobody knows.
Result<std::string> expand(std::string_view text, const Known& known, Luck& luck);

}  // namespace aroeira::app::demo
