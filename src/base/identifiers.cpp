// SPDX-License-Identifier: Apache-2.0
#include "base/identifiers.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

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

/// The characters minus '0', and zeros to the end. Sixteen of them whatever the identifier: a loop
/// over all is a few instructions of the processor.
using Digits = std::array<std::int16_t, 16>;

// Two words, not a buffer: what is written by halves and read whole waits in the processor.
template <std::size_t Size>
Digits digits_of(std::string_view text) noexcept {
    static_assert(Size > 8 && Size < 16 && std::endian::native == std::endian::little);
    constexpr std::uint64_t kZeros = 0x3030303030303030;
    std::array<std::uint64_t, 2> words;
    std::memcpy(&words[0], text.data(), 8);
    std::memcpy(&words[1], text.data() + Size - 8, 8);
    words[1] = words[1] >> (16 - Size) * 8 | kZeros << (Size - 8) * 8;
    const auto characters = std::bit_cast<std::array<char, 16>>(words);
    Digits digits;
    for (std::size_t i = 0; i < digits.size(); ++i) digits[i] = static_cast<std::int16_t>(characters[i] - '0');
    return digits;
}
// Negative when `d` is not in the range. The loops keep the sign and ask once.
constexpr int outside(int d, int lowest, int highest) noexcept { return (d - lowest) | (highest - d); }

bool are_decimal(const Digits& digits) noexcept {
    std::int16_t sign = 0;
    for (const int d : digits) sign |= static_cast<std::int16_t>(outside(d, 0, 9));
    return sign >= 0;
}
bool are_decimal_or_upper(const Digits& digits) noexcept {
    std::int16_t sign = 0;
    for (const int d : digits) sign |= static_cast<std::int16_t>(outside(d, 0, 9) & outside(d, 'A' - '0', 'Z' - '0'));
    return sign >= 0;
}
int weighted(const Digits& digits, const Digits& weights) noexcept {
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) sum += digits[i] * weights[i];
    return sum;
}

}  // namespace

bool is_cpf(std::string_view cpf) noexcept {
    constexpr Digits kFirst{10, 9, 8, 7, 6, 5, 4, 3, 2}, kSecond{11, 10, 9, 8, 7, 6, 5, 4, 3, 2};
    if (cpf.size() != 11) return false;
    const Digits digits = digits_of<11>(cpf);
    return are_decimal(digits) && !all_equal(cpf) && weighted(digits, kFirst) * 10 % 11 % 10 == digits[9] &&
           weighted(digits, kSecond) * 10 % 11 % 10 == digits[10];
}

// 1 and 2 are built over an 11-digit base (PIS/NIS); 5, 7, 8 and 9 only need the sum.
bool is_cns(std::string_view cns) noexcept {
    constexpr Digits kAll{15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1}, kBase{15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5};
    if (cns.size() != 15) return false;
    const Digits digits = digits_of<15>(cns);
    if (!are_decimal(digits)) return false;
    const int first = digits[0];
    if (first != 1 && first != 2) return (first == 5 || first >= 7) && weighted(digits, kAll) % 11 == 0;
    const int sum = weighted(digits, kBase);
    int check = 11 - sum % 11;
    std::string_view middle = "000";
    if (check == 10) {
        middle = "001";
        check = 11 - (sum + 2) % 11;
    }
    if (check == 11) check = 0;
    return cns.substr(11, 3) == middle && digits[14] == check;
}

bool is_cnpj(std::string_view cnpj) noexcept {
    constexpr Digits kFirst{5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2}, kSecond{6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2};
    if (cnpj.size() != 14 || all_equal(cnpj)) return false;
    const Digits digits = digits_of<14>(cnpj);
    const auto check_digit = [&](const Digits& weights) {
        const int rest = weighted(digits, weights) % 11;
        return rest < 2 ? 0 : 11 - rest;
    };
    // No letter passes for a check digit.
    return are_decimal_or_upper(digits) && check_digit(kFirst) == digits[12] && check_digit(kSecond) == digits[13];
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
