// SPDX-License-Identifier: Apache-2.0
#include "platform/http/target.hpp"

#include <algorithm>

namespace aroeira::http {
namespace {

constexpr std::size_t kPairsMax = 256;

int hex_digit(char c) noexcept {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

/// Length of the UTF-8 sequence at the start of `rest`, 0 when it is not one (overlong, surrogate).
std::size_t sequence(std::string_view rest) noexcept {
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(rest[i]); };
    const unsigned char first = at(0);
    if (first < 0x80) return 1;
    const std::size_t length = first >= 0xC2 && first <= 0xDF   ? 2
                               : (first & 0xF0) == 0xE0         ? 3
                               : first >= 0xF0 && first <= 0xF4 ? 4
                                                                : 0;
    if (length == 0 || rest.size() < length) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((at(i) & 0xC0) != 0x80) return 0;
    if (first == 0xE0 && at(1) < 0xA0) return 0;
    if (first == 0xED && at(1) > 0x9F) return 0;
    if (first == 0xF0 && at(1) < 0x90) return 0;
    if (first == 0xF4 && at(1) > 0x8F) return 0;
    return length;
}

/// Replaces each %XX by its byte.
bool unescape(std::string_view text, std::string& out, bool plus_is_space) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '%') {
            if (i + 2 >= text.size()) return false;
            const int high = hex_digit(text[i + 1]), low = hex_digit(text[i + 2]);
            if (high < 0 || low < 0) return false;
            c = static_cast<char>(high * 16 + low);
            i += 2;
        } else if (c == '+' && plus_is_space) {
            c = ' ';
        }
        out.push_back(c);
    }
    return true;
}

}  // namespace

std::optional<Target> split_target(std::string_view target) {
    if (target == "*") return Target{target, {}};
    for (const std::string_view scheme : {"http://", "https://"})
        if (target.size() > scheme.size() &&
            equal_ignoring_case(target.substr(0, scheme.size()), scheme)) {
            target.remove_prefix(scheme.size());
            const auto slash = target.find('/');
            if (slash == target.npos) return Target{"/", {}};
            target.remove_prefix(slash);
            break;
        }
    if (target.empty() || target.front() != '/') return std::nullopt;
    if (target.find('#') != target.npos) return std::nullopt;
    const auto mark = target.find('?');
    if (mark == target.npos) return Target{target, {}};
    return Target{target.substr(0, mark), target.substr(mark + 1)};
}

bool is_utf8(std::string_view text) noexcept {
    while (!text.empty()) {
        const auto length = sequence(text);
        if (length == 0) return false;
        text.remove_prefix(length);
    }
    return true;
}

bool decode_percent(std::string_view text, std::string& out, bool plus_is_space) {
    const auto start = out.size();
    if (!unescape(text, out, plus_is_space)) return false;
    const auto decoded = std::string_view(out).substr(start);
    const auto is_control = [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    };
    return std::none_of(decoded.begin(), decoded.end(), is_control) && is_utf8(decoded);
}

bool decode_form_text(std::string_view text, std::string& out) {
    const auto start = out.size();
    if (!unescape(text, out, true)) return false;
    const auto decoded = std::string_view(out).substr(start);
    return decoded.find('\0') == decoded.npos && is_utf8(decoded);
}

bool parse_query(std::string_view query, std::vector<std::pair<std::string, std::string>>& out) {
    while (!query.empty()) {
        const auto end = std::min(query.find('&'), query.size());
        const auto pair = query.substr(0, end);
        query.remove_prefix(std::min(end + 1, query.size()));
        if (pair.empty()) continue;
        if (out.size() == kPairsMax) return false;
        const auto equals = std::min(pair.find('='), pair.size());
        auto& [name, value] = out.emplace_back();
        if (!decode_percent(pair.substr(0, equals), name, true)) return false;
        if (equals < pair.size() && !decode_percent(pair.substr(equals + 1), value, true))
            return false;
    }
    return true;
}

bool equal_ignoring_case(std::string_view a, std::string_view b) noexcept {
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(),
                                              [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view trimmed(std::string_view text) noexcept {
    const auto first = text.find_first_not_of(" \t");
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

}  // namespace aroeira::http
