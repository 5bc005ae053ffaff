// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <compare>

namespace aroeira::tabelas {

/// A release of the LEDI: some tables answer by the release a ficha declares.
struct Release {
    int major = 0, minor = 0, revision = 0;
    constexpr auto operator<=>(const Release&) const = default;
};

}  // namespace aroeira::tabelas
