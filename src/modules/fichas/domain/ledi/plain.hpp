// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cmath>

#include "modules/fichas/domain/ledi/characters.hpp"
#include "modules/fichas/domain/ledi/schema.hpp"

/// Whether the fields of a group are right, where that is all there is to know, as nearly always:
/// Checker says which one is not, and why. A few instructions a field, made from `fields<T>`; those
/// whose absence and value are both free cost none.
namespace aroeira::fichas::ledi {

/// Whether a value needs more digits after the comma than `most`.
inline bool has_more_decimals(double v, int most) {
    constexpr double kScales[] = {1, 10, 100, 1000, 10'000};
    const double scale = most < 5 ? kScales[most] : std::pow(10.0, most);
    if (!(std::abs(v) < 9e12)) return false;
    const double scaled = v * scale;
    const auto whole = static_cast<std::int64_t>(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
    return static_cast<double>(whole) / scale != v;
}

namespace detail {
/// Right or wrong by its value alone: no group, no list, no long table, and of every release.
template <class F>
constexpr bool is_plain(const F& f) {
    using V = typename F::Value;
    if (f.since_version > kOldest || f.until_version <= kNewest) return false;
    if constexpr (std::is_same_v<V, Text>) return !f.texts;
    else if constexpr (std::is_same_v<V, Integer> || std::is_same_v<V, Long>) return !f.table || !f.allowed.empty();
    else return std::is_same_v<V, Boolean> || std::is_same_v<V, Double>;
}

template <class T, std::size_t I>
[[gnu::always_inline]] inline bool is_right(const T& group) {
    using F = FieldAt<T, I>;
    using V = typename F::Value;
    constexpr const F& f = slot<I>(fields<T>);
    if constexpr (is_plain(f)) {
        const V& v = group.*F::member;
        if (!present(v)) return !f.is_required;
        if constexpr (std::is_same_v<V, Text>) {
            if (f.test && !f.test->holds(v)) return false;
            // A test that only ASCII passes has counted the characters.
            const std::size_t length = f.test && f.test->is_ascii ? v.size() : characters(v);
            return length >= f.min_length && length <= f.max_length && length != kNotText;
        } else if constexpr (std::is_same_v<V, Double>) {
            return std::isfinite(*v) && *v >= f.min && *v <= f.max &&
                   (f.max_decimals < 0 || !has_more_decimals(*v, f.max_decimals));
        } else if constexpr (!std::is_same_v<V, Boolean>) {
            return (f.allowed.empty() || f.allowed.has(*v)) &&
                   (f.min == -Bounds::kNoLimit || static_cast<double>(*v) >= f.min) &&
                   (f.max == Bounds::kNoLimit || static_cast<double>(*v) <= f.max);
        }
    }
    return true;
}

template <class T>
bool are_plain_right(const Record& record) {
    return [&]<std::size_t... I>(std::index_sequence<I...>) __attribute__((always_inline)) {
        return (is_right<T, I>(static_cast<const T&>(record)) && ...);
    }(std::make_index_sequence<field_count<T>>{});
}
}  // namespace detail

}  // namespace aroeira::fichas::ledi
