// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>

#include "platform/csv/csv.hpp"

namespace aroeira::csv {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A sign, digits, at most one comma or point: nothing a spreadsheet could run.
bool is_number(std::string_view text) {
    text.remove_prefix(1);
    if (text.empty() || !is_digit(text.front()) || !is_digit(text.back())) return false;
    return std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == ',' || c == '.'; }) &&
           std::count_if(text.begin(), text.end(), [](char c) { return !is_digit(c); }) <= 1;
}

bool is_formula(std::string_view text) {
    if (text.empty()) return false;
    switch (text.front()) {
        case '=': case '@': case '\t': case '\r': case '\n': case '|': return true;
        case '+': case '-': return !is_number(text);
        default: break;
    }
    // The full-width forms, which some spreadsheets fold to the plain ones: ＝ ＋ － ＠.
    constexpr std::string_view kWide[] = {"\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d", "\xef\xbc\xa0"};
    return std::any_of(std::begin(kWide), std::end(kWide), [&](std::string_view sign) { return text.starts_with(sign); });
}

void append_text(std::string& out, std::string_view text) {
    // Blanks in front do not stop a spreadsheet from seeing the sign behind them.
    const auto visible = text.substr(std::min(text.find_first_not_of(' '), text.size()));
    const std::string_view guard = is_formula(visible) ? "'" : "";
    // The comma too: a program that takes it for the separator would see a second cell, unguarded.
    if (text.find_first_of(";,\"\r\n\t") == text.npos) {
        out += guard;
        out += text;
        return;
    }
    out += '"';
    out += guard;
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

}  // namespace

void append_row(std::string& out, std::span<const Cell> cells) {
    bool first = true;
    for (const Cell& cell : cells) {
        if (!first) out += ';';
        first = false;
        if (!cell.is_number()) {
            append_text(out, cell.text());
            continue;
        }
        char buffer[24];
        out.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, cell.number()).ptr);
    }
    out += "\r\n";
}

}  // namespace aroeira::csv
