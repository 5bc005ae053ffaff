// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <cstring>
#include <string_view>

namespace aroeira::fichas::ledi {

/// Short texts are looked at eight bytes at a time, without the call a copy of unknown size makes.
template <class Word>
Word load_word(const char* at) {
    Word word;
    std::memcpy(&word, at, sizeof word);
    return word;
}

/// Whether two codes are the same text. Of up to sixteen characters, by two words that may overlap.
inline bool is_same(std::string_view code, std::string_view other) {
    const std::size_t size = other.size();
    if (code.size() != size) return false;
    const char *const a = code.data(), *const b = other.data();
    const auto are_equal = [&]<class Word>(Word) {
        const std::size_t last = size - sizeof(Word);
        return load_word<Word>(a) == load_word<Word>(b) && load_word<Word>(a + last) == load_word<Word>(b + last);
    };
    if (size > 16) return code == other;
    if (size >= 8) return are_equal(std::uint64_t{});
    if (size >= 4) return are_equal(std::uint32_t{});
    return size == 0 || (a[0] == b[0] && a[size / 2] == b[size / 2] && a[size - 1] == b[size - 1]);
}

}  // namespace aroeira::fichas::ledi
