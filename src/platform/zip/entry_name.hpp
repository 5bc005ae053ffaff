// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

namespace aroeira::zip {

/// True for a relative path with '/' that stays below its folder on every operating system.
bool is_safe_name(std::string_view utf8);
/// True for what looks like an archive by its extension.
bool is_archive_name(std::string_view name);
bool is_ascii(std::string_view text);
bool is_utf8(std::string_view text);
/// From code page 850, in which Windows in Portuguese names files when it does not use UTF-8.
std::string from_cp850(std::string_view text);

}  // namespace aroeira::zip
