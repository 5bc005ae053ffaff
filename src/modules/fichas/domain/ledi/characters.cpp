// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/ledi/characters.hpp"

namespace aroeira::fichas::ledi::detail {
namespace {

std::size_t length_of_sequence(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead < 0xE0) return 2;
    if (lead >= 0xE0 && lead < 0xF0) return 3;
    return lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
}

bool is_allowed(char32_t point, std::size_t length) {
    if (point < 0x20) return point == '\t' || point == '\n' || point == '\r';
    if (length == 3) return point >= 0x800 && !(point >= 0xD800 && point < 0xE000);
    return length != 4 || (point >= 0x10000 && point <= 0x10FFFF);
}

}  // namespace

std::uint32_t count_characters(std::string_view s) {
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < s.size(); ++count) {
        const std::size_t from = i;
        while (i + 8 <= s.size() && (oddity(load_word<std::uint64_t>(s.data() + i)) & kHighBits) == 0) i += 8;
        while (i < s.size() && static_cast<signed char>(s[i]) >= ' ') ++i;
        count += static_cast<std::uint32_t>(i - from);
        if (i == s.size()) break;
        const std::size_t length = length_of_sequence(static_cast<unsigned char>(s[i]));
        if (length == 0 || length > s.size() - i) return kNotText;
        char32_t point = length == 1 ? static_cast<unsigned char>(s[i]) : static_cast<unsigned char>(s[i]) & (0x7F >> length);
        for (std::size_t k = 1; k < length; ++k) {
            const auto next = static_cast<unsigned char>(s[i + k]);
            if ((next & 0xC0) != 0x80) return kNotText;
            point = point << 6 | (next & 0x3F);
        }
        if (!is_allowed(point, length)) return kNotText;
        i += length;
    }
    return count;
}

}  // namespace aroeira::fichas::ledi::detail
