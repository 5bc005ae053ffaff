// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace aroeira::tabelas {

/// A national table as the build packs it: sorted fixed-width keys, one flag and one label each.
/// Cost: a look-up is a binary search in read-only memory; nothing is built at start.
struct Packed {
    std::string_view keys;
    std::size_t width;
    std::size_t count;
    const char* flags;
    const char* labels;
    const std::uint32_t* offsets;

    [[nodiscard]] std::optional<std::size_t> find(std::string_view key) const {
        if (key.empty() || key.size() > width) return std::nullopt;
        std::size_t low = 0;
        std::size_t high = count;
        while (low < high) {
            const std::size_t middle = (low + high) / 2;
            const int order = compare(keys.substr(middle * width, width), key);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle;
        }
        return std::nullopt;
    }
    [[nodiscard]] bool has(std::string_view key) const { return find(key).has_value(); }
    [[nodiscard]] std::string_view label(std::size_t row) const {
        return {labels + offsets[row], offsets[row + 1] - offsets[row]};
    }

private:
    /// The key is filled with blanks up to the width.
    static int compare(std::string_view kept, std::string_view key) {
        if (const int order = kept.substr(0, key.size()).compare(key); order != 0) return order;
        return kept.substr(key.size()).find_first_not_of(' ') == std::string_view::npos ? 0 : 1;
    }
};

namespace packed {
extern const Packed municipio, cbo, cbo_por_ficha, ciap2, ciap2_cid10, cid10, sigtap, catmat, ab_condicao, exame_ab,
    exame_estruturado, exame_estruturado_ab;
}

}  // namespace aroeira::tabelas
