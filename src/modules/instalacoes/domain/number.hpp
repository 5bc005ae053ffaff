// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>

namespace aroeira::instalacoes {

/// A setting that is a whole number; nothing when it is none.
inline std::optional<std::int64_t> number_of(const std::optional<std::string>& text) {
    if (!text) return std::nullopt;
    std::int64_t number = 0;
    const auto done = std::from_chars(text->data(), text->data() + text->size(), number);
    if (done.ec != std::errc() || done.ptr != text->data() + text->size()) return std::nullopt;
    return number;
}

}  // namespace aroeira::instalacoes
