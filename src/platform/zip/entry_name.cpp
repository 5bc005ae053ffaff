// SPDX-License-Identifier: Apache-2.0
#include "platform/zip/entry_name.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace aroeira::zip {
namespace {

constexpr std::size_t kNameBytesMax = 1024;

// Source: Unicode, CP850.TXT, positions 0x80 to 0xff.
constexpr std::array<std::uint16_t, 128> kCp850{
    0x00c7, 0x00fc, 0x00e9, 0x00e2, 0x00e4, 0x00e0, 0x00e5, 0x00e7, 0x00ea, 0x00eb, 0x00e8, 0x00ef, 0x00ee, 0x00ec, 0x00c4, 0x00c5,
    0x00c9, 0x00e6, 0x00c6, 0x00f4, 0x00f6, 0x00f2, 0x00fb, 0x00f9, 0x00ff, 0x00d6, 0x00dc, 0x00f8, 0x00a3, 0x00d8, 0x00d7, 0x0192,
    0x00e1, 0x00ed, 0x00f3, 0x00fa, 0x00f1, 0x00d1, 0x00aa, 0x00ba, 0x00bf, 0x00ae, 0x00ac, 0x00bd, 0x00bc, 0x00a1, 0x00ab, 0x00bb,
    0x2591, 0x2592, 0x2593, 0x2502, 0x2524, 0x00c1, 0x00c2, 0x00c0, 0x00a9, 0x2563, 0x2551, 0x2557, 0x255d, 0x00a2, 0x00a5, 0x2510,
    0x2514, 0x2534, 0x252c, 0x251c, 0x2500, 0x253c, 0x00e3, 0x00c3, 0x255a, 0x2554, 0x2569, 0x2566, 0x2560, 0x2550, 0x256c, 0x00a4,
    0x00f0, 0x00d0, 0x00ca, 0x00cb, 0x00c8, 0x0131, 0x00cd, 0x00ce, 0x00cf, 0x2518, 0x250c, 0x2588, 0x2584, 0x00a6, 0x00cc, 0x2580,
    0x00d3, 0x00df, 0x00d4, 0x00d2, 0x00f5, 0x00d5, 0x00b5, 0x00fe, 0x00de, 0x00da, 0x00db, 0x00d9, 0x00fd, 0x00dd, 0x00af, 0x00b4,
    0x00ad, 0x00b1, 0x2017, 0x00be, 0x00b6, 0x00a7, 0x00f7, 0x00b8, 0x00b0, 0x00a8, 0x00b7, 0x00b9, 0x00b3, 0x00b2, 0x25a0, 0x00a0};

constexpr std::array<std::string_view, 12> kArchives{".zip", ".jar", ".war", ".gz", ".tgz", ".tar", ".7z", ".rar", ".bz2", ".xz", ".zst", ".cab"};

std::uint8_t byte(char c) { return static_cast<std::uint8_t>(c); }

/// How many bytes the character at the front takes; 0 when it is not UTF-8 (RFC 3629, 4).
std::size_t character_bytes(std::string_view s) {
    const auto tail = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xbf) {
        return i < s.size() && byte(s[i]) >= low && byte(s[i]) <= high;
    };
    const unsigned lead = byte(s[0]);
    if (lead < 0x80) return 1;
    if (lead >= 0xc2 && lead <= 0xdf) return tail(1) ? 2 : 0;
    if (lead >= 0xe0 && lead <= 0xef)
        return tail(1, lead == 0xe0 ? 0xa0 : 0x80, lead == 0xed ? 0x9f : 0xbf) && tail(2) ? 3 : 0;
    if (lead >= 0xf0 && lead <= 0xf4)
        return tail(1, lead == 0xf0 ? 0x90 : 0x80, lead == 0xf4 ? 0x8f : 0xbf) && tail(2) && tail(3) ? 4 : 0;
    return 0;
}

bool is_safe_part(std::string_view part) { return !part.empty() && part != "." && part != ".."; }

}  // namespace

bool is_safe_name(std::string_view name) {
    if (name.empty() || name.size() > kNameBytesMax || name.front() == '/') return false;
    for (const char c : name)
        if (byte(c) < 0x20 || c == 0x7f || c == '\\' || c == ':') return false;
    if (name.ends_with('/')) name.remove_suffix(1);
    while (true) {
        const auto slash = name.find('/');
        if (!is_safe_part(name.substr(0, slash))) return false;
        if (slash == name.npos) return true;
        name.remove_prefix(slash + 1);
    }
}

bool is_archive_name(std::string_view name) {
    return std::any_of(kArchives.begin(), kArchives.end(), [&](std::string_view extension) {
        if (name.size() < extension.size()) return false;
        const auto end = name.substr(name.size() - extension.size());
        return std::equal(end.begin(), end.end(), extension.begin(),
                          [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
    });
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return byte(c) < 0x80; });
}

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        const auto size = character_bytes(text);
        if (size == 0) return false;
        text.remove_prefix(size);
    }
    return true;
}

std::string from_cp850(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const unsigned code = byte(c) < 0x80 ? byte(c) : kCp850[byte(c) - 0x80];
        if (code < 0x80) {
            out += c;
        } else if (code < 0x800) {
            out += static_cast<char>(0xc0 | code >> 6);
            out += static_cast<char>(0x80 | (code & 0x3f));
        } else {
            out += static_cast<char>(0xe0 | code >> 12);
            out += static_cast<char>(0x80 | (code >> 6 & 0x3f));
            out += static_cast<char>(0x80 | (code & 0x3f));
        }
    }
    return out;
}

}  // namespace aroeira::zip
