// SPDX-License-Identifier: Apache-2.0
#include "platform/db/script.hpp"

namespace aroeira::db {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_tag(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// Position after the first `end` at or after `from`, or the end of the text.
std::size_t after(std::string_view text, std::string_view end, std::size_t from) {
    const auto found = text.find(end, from);
    return found == std::string_view::npos ? text.size() : found + end.size();
}

/// "$$" or "$tag$" at `at`; "" when it is something else, such as "$1".
std::string_view dollar_quote(std::string_view text, std::size_t at) {
    std::size_t end = at + 1;
    while (end < text.size() && is_tag(text[end])) ++end;
    const bool closed = end < text.size() && text[end] == '$';
    const bool parameter = end > at + 1 && text[at + 1] >= '0' && text[at + 1] <= '9';
    return closed && !parameter ? text.substr(at, end + 1 - at) : std::string_view();
}

/// Position after the comment, string or quoted name that begins at `at`; `at` when none does.
std::size_t skip_opaque(std::string_view text, std::size_t at) {
    const auto rest = text.substr(at);
    if (rest.starts_with("--")) return after(text, "\n", at);
    if (rest.starts_with("/*")) return after(text, "*/", at + 2);
    if (rest.front() == '\'' || rest.front() == '"') return after(text, rest.substr(0, 1), at + 1);
    if (rest.front() == '$') {
        const auto quote = dollar_quote(text, at);
        if (!quote.empty()) return after(text, quote, at + quote.size());
    }
    return at;
}

bool is_comment(std::string_view text, std::size_t at) {
    return text.substr(at, 2) == "--" || text.substr(at, 2) == "/*";
}

}  // namespace

std::vector<std::string_view> statements_of(std::string_view script) {
    std::vector<std::string_view> found;
    std::size_t start = 0;
    bool has_words = false;
    const auto end_statement = [&](std::size_t end) {
        if (has_words) found.push_back(script.substr(start, end - start));
        start = end + 1;
        has_words = false;
    };
    for (std::size_t at = 0; at < script.size();) {
        if (const auto next = skip_opaque(script, at); next != at) {
            has_words = has_words || !is_comment(script, at);
            at = next;
            continue;
        }
        if (script[at] == ';') end_statement(at);
        else has_words = has_words || !is_space(script[at]);
        ++at;
    }
    end_statement(script.size());
    return found;
}

}  // namespace aroeira::db
