// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace aroeira::db {

/// The statements of a script, without their ';' and without what holds only comments. A ';' in a
/// string, a quoted name, a comment or a dollar-quoted body does not end a statement.
std::vector<std::string_view> statements_of(std::string_view script);

/// SHA-256 in lower-case hexadecimal.
std::string sha256_hex(std::string_view bytes);

}  // namespace aroeira::db
