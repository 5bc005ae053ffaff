// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"

#include <algorithm>

namespace aroeira::text {
namespace {

/// The plain letter of U+00C0–U+00FF (second byte after 0xC3), or 0 when there is none.
char plain(unsigned char second) {
    // One character per code point from À (0x80) to ÿ (0xBF).
    constexpr std::string_view letters =
        "aaaaaa\0ceeeeiiii\0nooooo\0ouuuuy\0\0aaaaaa\0ceeeeiiii\0nooooo\0ouuuuy\0y";
    static_assert("\xC3\x80"[1] == static_cast<char>(0x80));
    const std::size_t index = second - 0x80U;
    return index < 64 ? std::string_view(letters.data(), 64)[index] : '\0';
}

}  // namespace

std::string fold(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size());
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto c = static_cast<unsigned char>(utf8[i]);
        if (c == 0xC3 && i + 1 < utf8.size()) {
            if (const char letter = plain(static_cast<unsigned char>(utf8[i + 1])); letter != '\0') {
                out += letter;
                ++i;
                continue;
            }
        }
        if (c == ' ' || c == '\t') {
            if (!out.empty() && out.back() != ' ') out += ' ';
        } else {
            out += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
        }
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

std::string_view trim(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

bool is_one_line(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

}  // namespace aroeira::text
