// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "base/result.hpp"

namespace aroeira::fichas {

/// What the rules said of one ficha. Any error refuses the whole ficha (LEDI, G1); warnings do not.
/// Cost: no allocation for a ficha without remarks.
struct Verdict {
    /// More than this is noise: the rest is counted in one last line.
    static constexpr std::size_t kMostFindings = 200;

    std::vector<FieldError> errors{};
    std::vector<FieldError> warnings{};

    [[nodiscard]] bool is_valid() const { return errors.empty(); }
};

}  // namespace aroeira::fichas
