// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/domain/listing.hpp"

#include "base/text.hpp"

namespace aroeira::estabelecimentos {

Words::Words(std::string_view text) {
    const auto folded = text::fold(text);
    std::string_view rest = folded;
    for (auto& word : words_) {
        const auto space = rest.find(' ');
        word = rest.substr(0, space);
        if (space == rest.npos) break;
        rest.remove_prefix(space + 1);
    }
}

bool Words::in(std::string_view folded) const {
    for (const auto& word : words_)
        if (folded.find(word) == folded.npos) return false;
    return true;
}

std::string digits_typed(std::string_view text) {
    std::string digits;
    for (const char c : text::trim(text)) {
        if (c >= '0' && c <= '9') digits += c;
        else if (c != '.' && c != '-' && c != ' ' && c != '/') return {};
    }
    return digits;
}

}  // namespace aroeira::estabelecimentos
