// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <charconv>
#include <concepts>
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
            const int order = compare(this->key(middle), key);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle;
        }
        return std::nullopt;
    }
    [[nodiscard]] bool has(std::string_view key) const { return find(key).has_value(); }
    /// With the blanks that fill it up to the width.
    [[nodiscard]] std::string_view key(std::size_t row) const { return keys.substr(row * width, width); }
    [[nodiscard]] std::string_view label(std::size_t row) const {
        return {labels + offsets[row], offsets[row + 1] - offsets[row]};
    }
    /// The label of the key, or one part of a label of several; "" when the table has no such key.
    [[nodiscard]] std::string_view label_of(std::string_view key, int part_number = 0) const {
        const auto row = find(key);
        return row ? part(label(*row), part_number) : std::string_view();
    }
    /// A row by a key of numbers, which the build joins as "14-1-9".
    template <std::same_as<std::int64_t>... N>
    [[nodiscard]] std::optional<std::size_t> find(N... numbers) const {
        std::array<char, 21 * sizeof...(N)> key;
        char* end = key.data();
        ((end = std::to_chars(end, key.data() + key.size(), numbers).ptr, *end++ = '-'), ...);
        return find(std::string_view(key.data(), end - 1));
    }
    template <std::same_as<std::int64_t>... N>
    [[nodiscard]] bool has(N... numbers) const { return find(numbers...).has_value(); }

    /// The parts of a label of several columns.
    static std::string_view part(std::string_view label, int index) {
        constexpr char kSeparator = '\x1f';
        for (; index > 0; --index) {
            const auto end = label.find(kSeparator);
            if (end == label.npos) return {};
            label.remove_prefix(end + 1);
        }
        return label.substr(0, label.find(kSeparator));
    }

private:
    /// The key is filled with blanks up to the width.
    static int compare(std::string_view kept, std::string_view key) {
        if (const int order = kept.substr(0, key.size()).compare(key); order != 0) return order;
        return kept.substr(key.size()).find_first_not_of(' ') == std::string_view::npos ? 0 : 1;
    }
};

namespace packed {
extern const Packed municipio, pais, uf, tipo_logradouro, cbo, cbo_por_ficha, cbo_prescritor, perfil_cbo, conselho, ciap2, ciap2_cid10,
    cid10, sigtap, sigtap_idade, catmat, ab_condicao, exame_ab, exame_estruturado, exame_estruturado_ab, procedimento_ab,
    procedimento_ab_sigtap, procedimento_ab_odonto, procedimento_ab_odonto_sigtap, odonto_quantidade,
    vacina_regra, vacina_local, imunobiologico, fabricante, grupo_atendimento, perfil_padrao, recurso;
}

}  // namespace aroeira::tabelas
