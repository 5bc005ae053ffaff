// SPDX-License-Identifier: Apache-2.0
#include "base/identifiers.hpp"

#include <algorithm>

namespace aroeira {
namespace {

bool only_digits(std::string_view text) noexcept {
    bool ok = true;  // No branch: the texts are short and nearly always right.
    for (const char c : text) ok &= c >= '0' && c <= '9';
    return ok;
}
bool all_equal(std::string_view text) noexcept {
    return text.find_first_not_of(text.front()) == std::string_view::npos;
}
int digit(char c) noexcept { return c - '0'; }

/// Sum of the first `n` characters (ASCII minus 48) weighted `first`, `first - 1`, …
int weighted(std::string_view text, std::size_t n, int first) noexcept {
    int sum = 0;
    for (std::size_t i = 0; i < n; ++i) sum += digit(text[i]) * (first - static_cast<int>(i));
    return sum;
}

}  // namespace

bool is_cpf(std::string_view cpf) noexcept {
    if (cpf.size() != 11 || !only_digits(cpf) || all_equal(cpf)) return false;
    return weighted(cpf, 9, 10) * 10 % 11 % 10 == digit(cpf[9]) &&
           weighted(cpf, 10, 11) * 10 % 11 % 10 == digit(cpf[10]);
}

// 1 and 2 are built over an 11-digit base (PIS/NIS); 5, 7, 8 and 9 only need the sum.
bool is_cns(std::string_view cns) noexcept {
    if (cns.size() != 15 || !only_digits(cns)) return false;
    if (cns[0] != '1' && cns[0] != '2')
        return std::string_view("5789").find(cns[0]) != std::string_view::npos &&
               weighted(cns, 15, 15) % 11 == 0;
    const int sum = weighted(cns, 11, 15);
    int check = 11 - sum % 11;
    std::string_view middle = "000";
    if (check == 10) {
        middle = "001";
        check = 11 - (sum + 2) % 11;
    }
    if (check == 11) check = 0;
    return cns.substr(11, 3) == middle && digit(cns[14]) == check;
}

bool is_cnpj(std::string_view cnpj) noexcept {
    if (cnpj.size() != 14 || all_equal(cnpj)) return false;
    const auto letter_or_digit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); };
    if (!std::all_of(cnpj.begin(), cnpj.begin() + 12, letter_or_digit) || !only_digits(cnpj.substr(12)))
        return false;
    constexpr std::array weights{6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2};
    const auto check_digit = [&](std::size_t n) {
        int sum = 0;
        for (std::size_t i = 0; i < n; ++i) sum += digit(cnpj[i]) * weights[i + 13 - n];
        const int rest = sum % 11;
        return rest < 2 ? 0 : 11 - rest;
    };
    return check_digit(12) == digit(cnpj[12]) && check_digit(13) == digit(cnpj[13]);
}

bool is_cnes(std::string_view cnes) noexcept { return cnes.size() == 7 && only_digits(cnes); }
bool is_ine(std::string_view ine) noexcept { return ine.size() == 10 && only_digits(ine); }

bool is_ibge(std::string_view ibge) noexcept {
    // Nine municípios whose published digit breaks the rule. Source: IBGE.
    constexpr std::array<std::string_view, 9> exceptions{
        "2201919", "2201988", "2202251", "2611533", "3117836", "3152131", "4305871", "5203939", "5203962"};
    if (ibge.size() != 7 || !only_digits(ibge)) return false;
    if (std::find(exceptions.begin(), exceptions.end(), ibge) != exceptions.end()) return true;
    int sum = 0;
    for (std::size_t i = 0; i < 6; ++i) {
        const int product = digit(ibge[i]) * (i % 2 == 0 ? 1 : 2);
        sum += product < 10 ? product : product - 9;
    }
    return (10 - sum % 10) % 10 == digit(ibge[6]);
}

bool is_uuid(std::string_view uuid) noexcept {
    if (uuid.size() != 36) return false;
    for (std::size_t i = 0; i < 36; ++i) {
        const char c = uuid[i];
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? c != '-' : !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) return false;
    }
    return true;
}

}  // namespace aroeira
