// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/ledi/text_tests.hpp"

#include <array>
#include <chrono>
#include <vector>

#include "base/identifiers.hpp"
#include "modules/fichas/domain/ledi/words.hpp"

namespace aroeira::fichas::ledi {
namespace {

// Whether each byte is 0x30..0x39: the high half is 3, and stays 3 with six more.
template <class Word>
constexpr bool are_digits(Word w) {
    constexpr Word kEach = static_cast<Word>(0x0101010101010101), kHigh = kEach * 0xF0, kThree = kEach * 0x30;
    return (((w & kHigh) ^ kThree) | (((w + kEach * 6) & kHigh) ^ kThree)) == 0;
}

// Looks at every character without a branch: the texts are short and nearly always right.
template <class Test>
bool every(std::string_view s, Test test) {
    bool ok = true;
    for (const char c : s) ok &= test(c);
    return ok;
}

// Whether each character may be in a code, by its byte.
constexpr auto kInCode = [] {
    std::array<bool, 256> all{};
    for (unsigned char c = '0'; c <= '9'; ++c) all[c] = true;
    for (unsigned char c = 'A'; c <= 'Z'; ++c) all[c] = true;
    return all;
}();

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return is_upper(c) || (c >= 'a' && c <= 'z'); }

// Letters of a Portuguese name: A-Z with acute, grave, circumflex, tilde, diaeresis, and cedilla.
// All of them are U+00C0..U+00FF, two bytes starting with 0xC3, except × (97) and ÷ (B7).
bool is_accented(unsigned char second) { return second >= 0x80 && second != 0x97 && second != 0xB7; }

// The letters of each term; empty when a character is not of a name or a space is doubled.
std::vector<std::size_t> letters_per_term(std::string_view s) {
    std::vector<std::size_t> terms(1);
    for (std::size_t i = 0; i < s.size(); ++i) {
        if (s[i] == ' ') {
            if (terms.back() == 0) return {};
            terms.push_back(0);
        } else if (is_letter(s[i])) {
            ++terms.back();
        } else if (s[i] == '\xC3' && i + 1 < s.size() && is_accented(static_cast<unsigned char>(s[i + 1]))) {
            ++terms.back();
            ++i;
        } else if (s[i] != '\'') {
            return {};
        }
    }
    return terms;
}

}  // namespace

bool is_digits(std::string_view s) {
    const char* const at = s.data();
    const std::size_t size = s.size();
    if (size < 4) return every(s, [](char c) { return is_digit(c); });
    // Word by word; the last one overlaps the one before.
    if (size < 8) return are_digits(load_word<std::uint32_t>(at)) && are_digits(load_word<std::uint32_t>(at + size - 4));
    for (std::size_t i = 0; i + 8 < size; i += 8)
        if (!are_digits(load_word<std::uint64_t>(at + i))) return false;
    return are_digits(load_word<std::uint64_t>(at + size - 8));
}

bool is_upper_code(std::string_view s) {
    return !s.empty() && every(s, [](char c) { return kInCode[static_cast<unsigned char>(c)]; });
}

bool is_person_name(std::string_view s) {
    const auto terms = letters_per_term(s);
    if (terms.size() < 2 || terms.back() == 0) return false;
    if (terms[0] == 1 && terms[1] == 1) return false;
    return !(terms.size() == 2 && terms[0] == 2 && terms[1] == 2);
}

bool is_social_name(std::string_view s) { return !letters_per_term(s).empty(); }

bool is_email(std::string_view s) {
    std::size_t ats = 0, at = 0, dots = 0;
    for (std::size_t i = 0; i < s.size(); ++i) {
        const char c = s[i];
        if (c == ' ' || c == '\t' || c == ',' || c == ';') return false;
        if (c == '@') {
            ++ats;
            at = i;
        } else if (c == '.' && ats) {
            // A dot of the host stands between two other characters.
            if (i == at + 1 || i + 1 == s.size() || s[i + 1] == '.') return false;
            ++dots;
        }
    }
    return ats == 1 && at > 0 && dots > 0;
}

bool is_prontuario(std::string_view s) {
    return std::all_of(s.begin(), s.end(), [](char c) { return is_digit(c) || is_letter(c); });
}

bool is_cpf_or_cnpj(std::string_view s) { return is_cpf(s) || is_cnpj(s); }
bool is_cpf_text(std::string_view s) { return is_cpf(s); }
bool is_cns_text(std::string_view s) { return is_cns(s); }
bool is_microarea(std::string_view s) { return s.size() == 2 && is_digits(s); }
bool is_positive(std::string_view s) { return is_digits(s) && (s.empty() || s.find_first_not_of('0') != s.npos); }

bool is_iso_date(std::string_view s) {
    if (s.size() != 10 || s[4] != '-' || s[7] != '-') return false;
    const auto number = [&](std::size_t from, std::size_t size) {
        int n = 0;
        for (const char c : s.substr(from, size)) n = c < '0' || c > '9' ? -100'000 : n * 10 + (c - '0');
        return n;
    };
    const int year = number(0, 4);
    const int month = number(5, 2);
    const int day = number(8, 2);
    if (year < 1 || month < 1 || day < 1) return false;
    return (std::chrono::year(year) / static_cast<unsigned>(month) / static_cast<unsigned>(day)).ok();
}

}  // namespace aroeira::fichas::ledi
