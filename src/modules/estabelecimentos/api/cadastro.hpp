// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace aroeira::estabelecimentos {

/// The number an identifier of digits spells; 0 for anything else. Leading zeros do not count, so the
/// caller compares numbers of one kind only.
constexpr std::uint64_t number_of(std::string_view digits) {
    if (digits.empty() || digits.size() > 18) return 0;
    std::uint64_t number = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') return 0;
        number = number * 10 + static_cast<std::uint64_t>(c - '0');
    }
    return number;
}

/// The identifier of `width` digits that `number_of` gave the number of, as tables and files write it.
inline std::string digits_of(std::uint64_t number, std::size_t width) {
    auto text = std::to_string(number);
    return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

/// What the CNES knows of one município at one moment: the active units, teams and professionals.
/// Filled once, then only asked; safe from any thread.
/// Cost: 8 bytes per identifier; a binary search per question.
class Cadastro {
public:
    void add_unidade(std::string_view cnes) { unidades_.push_back(number_of(cnes)); }
    void add_equipe(std::string_view ine) { equipes_.push_back(number_of(ine)); }
    void add_profissional(std::string_view cpf, std::string_view cns) {
        cpfs_.push_back(number_of(cpf));
        cnss_.push_back(number_of(cns));
    }
    /// To be called once, after the last `add`.
    void seal() {
        for (auto* list : {&unidades_, &equipes_, &cpfs_, &cnss_}) {
            std::sort(list->begin(), list->end());
            list->shrink_to_fit();
        }
    }

    [[nodiscard]] bool has_unidade(std::string_view cnes) const { return has(unidades_, cnes); }
    /// In any of the establishments.
    [[nodiscard]] bool has_equipe(std::string_view ine) const { return has(equipes_, ine); }
    [[nodiscard]] bool has_profissional(std::string_view cns) const { return has(cnss_, cns); }
    [[nodiscard]] bool has_profissional_cpf(std::string_view cpf) const { return has(cpfs_, cpf); }

private:
    using Numbers = std::vector<std::uint64_t>;
    static bool has(const Numbers& list, std::string_view digits) {
        const auto number = number_of(digits);
        return number != 0 && std::binary_search(list.begin(), list.end(), number);
    }
    Numbers unidades_, equipes_, cpfs_, cnss_;
};
using CadastroPtr = std::shared_ptr<const Cadastro>;

}  // namespace aroeira::estabelecimentos
