// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

namespace aroeira::text {

/// For searching and comparing names: lower case, without Portuguese accents, single spaces.
/// "  JOSÉ  da Conceição" gives "jose da conceicao". UTF-8 in, ASCII where it can, UTF-8 out.
std::string fold(std::string_view utf8);

/// Without blanks (ASCII) at both ends.
std::string_view trim(std::string_view text);

/// No line break and no other control character: what a name may be on a screen, in a log, in a header.
bool is_one_line(std::string_view text);

}  // namespace aroeira::text
