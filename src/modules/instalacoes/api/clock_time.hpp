// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace aroeira::instalacoes {

/// Minutes after midnight of "HH:MM", from 00:00 to 23:59; nothing for any other text.
std::optional<int> minutes_of(std::string_view text);

/// "HH:MM" of minutes after midnight.
std::string clock_text(int minutes);

}  // namespace aroeira::instalacoes
