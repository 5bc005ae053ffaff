// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstddef>
#include <string_view>

#include "base/result.hpp"

namespace aroeira::transmission {

/// The value whose name the column holds. Errors: `internal` TRANS-0005 for a name nobody knows: a row of a newer program.
template <class T, std::size_t N>
Result<T> named(std::string_view name, const std::array<T, N>& all) {
    for (const auto one : all)
        if (name_of(one) == name) return one;
    return Error{ErrorKind::internal, "TRANS-0005", "O banco de dados tem um valor que este programa não conhece. Atualize o programa."};
}

}  // namespace aroeira::transmission
