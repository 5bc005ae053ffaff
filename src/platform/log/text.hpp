// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

namespace aroeira::log {

/// A JSON string that no terminal and no line reader takes for anything else: control characters
/// (also C1 and the line separators of Unicode) are escaped, bytes that are not UTF-8 replaced.
void append_quoted(std::string& line, std::string_view text);

/// A library's message without the values it quotes; see `Technical`.
std::string without_values(std::string_view message);

}  // namespace aroeira::log
