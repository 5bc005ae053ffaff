// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstring>

namespace aroeira::fichas::ledi {

/// Short texts are looked at eight bytes at a time, without the call a copy of unknown size makes.
template <class Word>
Word load_word(const char* at) {
    Word word;
    std::memcpy(&word, at, sizeof word);
    return word;
}

}  // namespace aroeira::fichas::ledi
