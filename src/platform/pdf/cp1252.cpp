// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <utility>

#include "platform/pdf/pdf.hpp"

namespace aroeira::pdf {
namespace {

/// Between 0x80 and 0x9f; from 0xa0 on the code page is Unicode's own. Source: the mapping table of Unicode for CP1252.
constexpr std::array<std::pair<char32_t, unsigned char>, 27> kSpecial{{
    {0x20AC, 0x80}, {0x201A, 0x82}, {0x0192, 0x83}, {0x201E, 0x84}, {0x2026, 0x85}, {0x2020, 0x86}, {0x2021, 0x87},
    {0x02C6, 0x88}, {0x2030, 0x89}, {0x0160, 0x8A}, {0x2039, 0x8B}, {0x0152, 0x8C}, {0x017D, 0x8E}, {0x2018, 0x91},
    {0x2019, 0x92}, {0x201C, 0x93}, {0x201D, 0x94}, {0x2022, 0x95}, {0x2013, 0x96}, {0x2014, 0x97}, {0x02DC, 0x98},
    {0x2122, 0x99}, {0x0161, 0x9A}, {0x203A, 0x9B}, {0x0153, 0x9C}, {0x017E, 0x9E}, {0x0178, 0x9F},
}};

char drawn(char32_t point) {
    if (point < 0x20 || point == 0x7F) return ' ';
    if (point < 0x80 || (point >= 0xA0 && point <= 0xFF)) return static_cast<char>(static_cast<unsigned char>(point));
    const auto found = std::find_if(kSpecial.begin(), kSpecial.end(), [&](const auto& one) { return one.first == point; });
    return found == kSpecial.end() ? '?' : static_cast<char>(found->second);
}

}  // namespace

std::string to_cp1252(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size());
    for (std::size_t i = 0; i < utf8.size();) {
        const auto lead = static_cast<unsigned char>(utf8[i++]);
        const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
        char32_t point = more == 0 ? lead : lead & (0x3FU >> more);
        for (int k = 0; k < more && i < utf8.size(); ++k) point = point << 6 | (static_cast<unsigned char>(utf8[i++]) & 0x3FU);
        out += more == 0 && lead >= 0x80 ? '?' : drawn(point);
    }
    return out;
}

}  // namespace aroeira::pdf
