// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

#include "base/text.hpp"

namespace aroeira::gestao {

inline constexpr auto kNomeFix = "Informe um nome, em uma linha de até 100 letras.";

/// What groups and types of service may be called; the caller has trimmed it.
inline bool is_nome(std::string_view text) {
    constexpr std::size_t kNomeBytesMax = 200;
    return !text.empty() && text.size() <= kNomeBytesMax && text::is_one_line(text) && !text::fold(text).empty();
}

}  // namespace aroeira::gestao
