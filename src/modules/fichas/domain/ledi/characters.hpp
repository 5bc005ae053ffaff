// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string_view>

#include "modules/fichas/domain/ledi/words.hpp"

namespace aroeira::fichas::ledi {

inline constexpr std::uint32_t kNotText = 0xFFFFFFFF;

namespace detail {
constexpr std::uint64_t kHighBits = 0x8080808080808080;

// Its high bits are all zero when every byte is printable ASCII.
constexpr std::uint64_t oddity(std::uint64_t w) { return w | (w - 0x2020202020202020); }

// True when all bytes are printable ASCII; tells nothing more. The last word of a text overlaps
// the one before, so that no length is special; a short one is filled with blanks.
inline bool is_plain(std::string_view s) {
    const char* const at = s.data();
    const std::size_t size = s.size();
    std::uint64_t odd = 0;
    if (size >= 8) {
        for (std::size_t i = 0; i + 8 < size; i += 8) odd |= oddity(load_word<std::uint64_t>(at + i));
        odd |= oddity(load_word<std::uint64_t>(at + size - 8));
    } else if (size >= 4) {
        odd = oddity(std::uint64_t{load_word<std::uint32_t>(at)} << 32 | load_word<std::uint32_t>(at + size - 4));
    } else {
        for (const char c : s) odd |= oddity(0x2020202020202000 | static_cast<unsigned char>(c));
    }
    return (odd & kHighBits) == 0;
}
std::uint32_t count_characters(std::string_view text);
}  // namespace detail

/// Characters of a UTF-8 text, or kNotText when it is not UTF-8 or holds control characters.
inline std::uint32_t characters(std::string_view text) {
    if (detail::is_plain(text)) [[likely]] return static_cast<std::uint32_t>(text.size());
    return detail::count_characters(text);
}

}  // namespace aroeira::fichas::ledi
