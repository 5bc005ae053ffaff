// SPDX-License-Identifier: Apache-2.0
#include "platform/log/text.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include "base/identifiers.hpp"
#include "platform/log/log.hpp"

namespace aroeira::log {
namespace {

constexpr std::size_t kTechnicalBytesMax = 300;
constexpr std::size_t kLongNumber = 5;

unsigned byte(char c) { return static_cast<unsigned char>(c); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_wordy(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || byte(c) >= 0x80; }

/// The character at `at` and how many bytes it takes; 0 bytes when they are not UTF-8.
std::pair<unsigned, std::size_t> character(std::string_view text, std::size_t at) {
    const unsigned lead = byte(text[at]);
    if (lead < 0x80) return {lead, 1};
    const std::size_t size = lead >= 0xf0 && lead <= 0xf4 ? 4 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xc2 && lead < 0xe0 ? 2 : 0;
    if (size == 0 || at + size > text.size()) return {0, 0};
    unsigned code = lead & (0xffu >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) {
        if ((byte(text[at + i]) & 0xc0) != 0x80) return {0, 0};
        code = code << 6 | (byte(text[at + i]) & 0x3f);
    }
    constexpr std::array<unsigned, 5> kLeast{0, 0, 0x80, 0x800, 0x10000};
    if (code < kLeast[size] || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return {0, 0};
    return {code, size};
}

bool is_control(unsigned code) { return code < 0x20 || (code >= 0x7f && code < 0xa0) || code == 0x2028 || code == 0x2029; }

/// What ends a quotation that starts with `opening`; 0 when it does not start one.
char closing_of(char opening) {
    switch (opening) {
        case '"': case '\'': case '`': return opening;
        case '(': return ')';
        case '[': return ']';
        case '{': return '}';
        default: return 0;
    }
}

/// Where the quotation opened at `from` ends. A quote inside a word (D'Ávila) ends nothing.
std::size_t end_of_quotation(std::string_view text, std::size_t from, char closing) {
    const char opening = text[from];
    int depth = 1;
    for (std::size_t i = from + 1; i < text.size(); ++i) {
        if (opening != closing && text[i] == opening) ++depth;
        if (text[i] != closing) continue;
        const bool inside_word = opening == closing && i + 1 < text.size() && is_wordy(text[i + 1]);
        if (!inside_word && --depth == 0) return i;
    }
    return text.size();
}

/// The digits of `shape` ("ddd.ddd.ddd-dd") at `at`, or "" when the text there has another shape.
std::string digits_shaped(std::string_view text, std::size_t at, std::string_view shape) {
    if (text.size() - at < shape.size()) return {};
    std::string digits;
    for (std::size_t i = 0; i < shape.size(); ++i) {
        if (shape[i] == 'd' ? !is_digit(text[at + i]) : text[at + i] != shape[i]) return {};
        if (shape[i] == 'd') digits += text[at + i];
    }
    if (at + shape.size() < text.size() && is_digit(text[at + shape.size()])) return {};
    return digits;
}

struct Shape {
    std::string_view form;
    bool (*check)(std::string_view) noexcept;
};
constexpr std::array kShapes{Shape{"ddddddddddd", is_cpf},        Shape{"ddd.ddd.ddd-dd", is_cpf},     Shape{"ddd ddd ddd dd", is_cpf},
                             Shape{"ddddddddd-dd", is_cpf},       Shape{"ddd-ddd-ddd-dd", is_cpf},     Shape{"ddd.ddd.ddd.dd", is_cpf},
                             Shape{"ddddddddddddddd", is_cns},    Shape{"ddd dddd dddd dddd", is_cns}, Shape{"ddd.dddd.dddd.dddd", is_cns},
                             Shape{"ddd-dddd-dddd-dddd", is_cns}};

}  // namespace

void append_quoted(std::string& line, std::string_view text) {
    line += '"';
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, size] = character(text, at);
        if (size == 0 || code == 0) {  // Many a reader of JSON refuses U+0000, ours too.
            line += "\\ufffd";
            ++at;
            continue;
        }
        if (code == '"' || code == '\\') {
            line += '\\';
            line += text[at];
        } else if (is_control(code)) {
            char escaped[8];
            line.append(escaped, static_cast<std::size_t>(std::snprintf(escaped, sizeof escaped, "\\u%04x", code)));
        } else {
            line += text.substr(at, size);
        }
        at += size;
    }
    line += '"';
}

std::string without_values(std::string_view message) {
    std::string out;
    for (std::size_t at = 0; at < message.size() && out.size() < kTechnicalBytesMax;) {
        const char c = message[at];
        const bool inside_word = at > 0 && is_wordy(message[at - 1]) && (c == '\'' || c == '`');
        if (const char closing = closing_of(c); closing && !inside_word) {
            out += c;
            out += "…";
            at = end_of_quotation(message, at, closing);
            if (at < message.size()) out += message[at++];
            continue;
        }
        std::size_t digits = 0;
        while (at + digits < message.size() && is_digit(message[at + digits])) ++digits;
        if (digits >= kLongNumber) out += '#';
        else out += message.substr(at, std::max<std::size_t>(digits, 1));
        at += std::max<std::size_t>(digits, 1);
    }
    return out;
}

void scrub(std::string& text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_digit(text[at]) || (at > 0 && is_digit(text[at - 1]))) continue;
        for (const auto& [form, check] : kShapes) {
            const auto digits = digits_shaped(text, at, form);
            if (digits.empty() || !check(digits)) continue;
            for (std::size_t i = 0; i < form.size(); ++i)
                if (form[i] == 'd') text[at + i] = '*';
            break;
        }
    }
}

}  // namespace aroeira::log
