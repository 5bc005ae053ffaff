// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

#include "modules/fichas/domain/ledi/words.hpp"

namespace aroeira::fichas::ledi {

/// A set of small codes (0..127), asked with one shift.
struct CodeSet {
    std::uint64_t low = 0, high = 0;

    constexpr CodeSet() = default;
    constexpr CodeSet(std::initializer_list<int> codes) {
        for (const int c : codes) add(c);
    }
    constexpr void add(std::int64_t c) {
        if (c < 0 || c > 127) throw "a CodeSet holds 0..127";
        (c < 64 ? low : high) |= std::uint64_t{1} << (c & 63);
    }
    [[nodiscard]] constexpr bool has(std::int64_t c) const {
        return c >= 0 && c < 128 && ((c < 64 ? low : high) >> (c & 63) & 1);
    }
    [[nodiscard]] constexpr bool empty() const { return (low | high) == 0; }

    /// Whether some item of a list of codes is in the set.
    template <class L>
    [[nodiscard]] bool any_of(const L& list) const {
        return std::any_of(list.begin(), list.end(), [&](auto c) { return has(c); });
    }
    /// Whether every item of a list of codes is in the set.
    template <class L>
    [[nodiscard]] bool all_of(const L& list) const {
        return std::all_of(list.begin(), list.end(), [&](auto c) { return has(c); });
    }
};

struct Code {
    std::int64_t code;
    std::string_view label;
};
/// A table of numbers, in ascending order. Tables of up to 127 answer by a CodeSet.
struct CodeTable {
    std::string_view name;
    std::span<const Code> codes;
    CodeSet set{};

    constexpr CodeTable(std::string_view table, std::span<const Code> rows) : name(table), codes(rows) {
        if (!rows.empty() && rows.back().code < 128)
            for (const Code& row : rows) set.add(row.code);
    }
    [[nodiscard]] constexpr bool has(std::int64_t c) const {
        if (!set.empty()) return set.has(c);
        const auto at = std::lower_bound(codes.begin(), codes.end(), c,
                                         [](const Code& row, std::int64_t code) { return row.code < code; });
        return at != codes.end() && at->code == c;
    }
};

struct TextCode {
    std::string_view code, label;
};
/// A table of texts. `find` answers for the long ones, which live in another module.
struct TextTable {
    std::string_view name;
    std::span<const TextCode> codes{};
    bool (*find)(std::string_view) = nullptr;

    [[nodiscard]] bool has(std::string_view c) const {
        if (find) return find(c);
        return std::any_of(codes.begin(), codes.end(), [&](const TextCode& row) { return is_same(c, row.code); });
    }
};

/// The names an enumeration has in the XML, where the other formats carry its number.
struct EnumName {
    std::int32_t value;
    std::string_view name;
};

/// A named test of one text value, such as a check digit.
struct TextTest {
    std::string_view message, fix;
    bool (*holds)(std::string_view);
    bool is_ascii = false;  ///< What passes is printable ASCII, a character a byte.
};

}  // namespace aroeira::fichas::ledi
