// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/ledi/check.hpp"
#include "modules/fichas/domain/ledi/words.hpp"

namespace aroeira::fichas::ledi {
namespace {

constexpr std::uint64_t kHighBits = 0x8080808080808080;

// Its high bits are all zero when every byte is printable ASCII.
constexpr std::uint64_t oddity(std::uint64_t w) { return w | (w - 0x2020202020202020); }

// True when all bytes are printable ASCII; tells nothing more. The last word of a text overlaps
// the one before, so that no length is special; a short one is filled with blanks.
bool is_plain(std::string_view s) {
    const char* const at = s.data();
    const std::size_t size = s.size();
    std::uint64_t odd = 0;
    if (size >= 8) {
        for (std::size_t i = 0; i + 8 < size; i += 8) odd |= oddity(load_word<std::uint64_t>(at + i));
        odd |= oddity(load_word<std::uint64_t>(at + size - 8));
    } else if (size >= 4) {
        odd = oddity(std::uint64_t{load_word<std::uint32_t>(at)} << 32 | load_word<std::uint32_t>(at + size - 4));
    } else {
        for (const char c : s) odd |= oddity(0x2020202020202000 | static_cast<Byte>(c));
    }
    return (odd & kHighBits) == 0;
}

std::size_t length_of_sequence(Byte lead) {
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

std::uint32_t characters(std::string_view s) {
    if (is_plain(s)) [[likely]] return static_cast<std::uint32_t>(s.size());
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < s.size(); ++count) {
        while (i + 8 <= s.size() && (oddity(load_word<std::uint64_t>(s.data() + i)) & kHighBits) == 0) {
            i += 8;
            count += 8;
        }
        if (i == s.size()) break;
        const std::size_t length = length_of_sequence(static_cast<Byte>(s[i]));
        if (length == 0 || length > s.size() - i) return kNotText;
        char32_t point = length == 1 ? static_cast<Byte>(s[i]) : static_cast<Byte>(s[i]) & (0x7F >> length);
        for (std::size_t k = 1; k < length; ++k) {
            const auto next = static_cast<Byte>(s[i + k]);
            if ((next & 0xC0) != 0x80) return kNotText;
            point = point << 6 | (next & 0x3F);
        }
        if (!is_allowed(point, length)) return kNotText;
        i += length;
    }
    return count;
}

}  // namespace aroeira::fichas::ledi
