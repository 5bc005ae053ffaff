// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace aroeira::http {

/// The two halves of a request target, still encoded.
struct Target {
    std::string_view path;  ///< Begins with '/', or is "*".
    std::string_view query;  ///< Without the '?'.
};

/// Accepts origin form, absolute form and "*". Source: RFC 9112, 3.2.
std::optional<Target> split_target(std::string_view target);

/// Appends the decoded text. False for a broken escape, a control character or invalid UTF-8: such
/// a path can only be an attack or a mistake, and must not reach a handler.
bool decode_percent(std::string_view text, std::string& out, bool plus_is_space);

/// The same for a field of a form, where line breaks are text: only NUL is refused.
bool decode_form_text(std::string_view text, std::string& out);

/// False when a pair does not decode, or there are more than 256.
bool parse_query(std::string_view query, std::vector<std::pair<std::string, std::string>>& out);

bool is_utf8(std::string_view text) noexcept;
bool equal_ignoring_case(std::string_view a, std::string_view b) noexcept;  ///< ASCII.
std::string_view trimmed(std::string_view text) noexcept;  ///< Of blanks and tabs.

}  // namespace aroeira::http
