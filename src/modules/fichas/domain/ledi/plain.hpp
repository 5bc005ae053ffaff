// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <cmath>
#include <concepts>

#include "modules/fichas/domain/ledi/characters.hpp"
#include "modules/fichas/domain/ledi/schema.hpp"

/// Whether the fields of a group are right, where that is all there is to know, as nearly always:
/// Checker says which one is not, and why. A few instructions a field, made from `fields<T>`; those
/// whose absence and value are both free cost none.
namespace aroeira::fichas::ledi {

/// Longer lists are not searched for what is repeated: the search is quadratic.
inline constexpr std::uint32_t kMostCompared = 1000;

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
template <class V> inline constexpr bool is_list = false;
template <class V> inline constexpr bool is_list<List<V>> = true;
template <class V> inline constexpr bool is_of_groups = false;
template <class V> inline constexpr bool is_of_groups<Ref<V>> = true;
template <class V> inline constexpr bool is_of_groups<List<V>> = RecordType<V>;

/// Right or wrong by its value alone: of no group, and of every release.
template <class F>
constexpr bool is_plain(const F& f) {
    return !is_of_groups<typename F::Value> && f.since_version <= kOldest && f.until_version > kNewest;
}

/// One value, of the field I of T or of its list. The field goes by its place: clang 14 takes no part of
/// an object as the argument of a template.
template <class T, std::size_t I>
[[gnu::always_inline]] inline bool is_right(Text v) {
    constexpr const auto& f = slot<I>(fields<T>);
    using F = FieldAt<T, I>;
    if constexpr (f.test != nullptr)
        if (!f.test->holds(v)) return false;
    if constexpr (f.texts != nullptr)
        if (!f.texts->has(v)) return false;
    // A test that only ASCII passes has counted the characters.
    constexpr bool is_counted = f.test && f.test->is_ascii;
    const std::size_t length = is_counted ? v.size() : characters(v);
    // The bounds of a list are of how many it has.
    return length != kNotText && (is_list<typename F::Value> || (length >= f.min_length && length <= f.max_length));
}
template <class T, std::size_t I>
[[gnu::always_inline]] inline bool is_right(double v) {
    constexpr const auto& f = slot<I>(fields<T>);
    return std::isfinite(v) && v >= f.min && v <= f.max && (f.max_decimals < 0 || !has_more_decimals(v, f.max_decimals));
}
template <class T, std::size_t I, std::integral V>
[[gnu::always_inline]] inline bool is_right(V v) {
    constexpr const auto& f = slot<I>(fields<T>);
    if constexpr (!f.allowed.empty()) {
        if (!f.allowed.has(v)) return false;
    } else if constexpr (f.table != nullptr) {
        if (!f.table->has(v)) return false;
    }
    return (f.min == -Bounds::kNoLimit || static_cast<double>(v) >= f.min) &&
           (f.max == Bounds::kNoLimit || static_cast<double>(v) <= f.max);
}
template <class T, std::size_t I, class V>
[[gnu::always_inline]] inline bool is_right(const List<V>& v) {
    constexpr const auto& f = slot<I>(fields<T>);
    if (v.size() < f.min_length || v.size() > f.max_length) return false;
    for (const V& item : v)
        if (!is_right<T, I>(item)) return false;
    if constexpr (f.is_distinct) {
        if (v.size() > kMostCompared) return false;
        for (std::uint32_t i = 1; i < v.size(); ++i)
            if (std::find(v.begin(), v.begin() + i, v[i]) != v.begin() + i) return false;
    }
    return true;
}
template <class T, std::size_t I, class V>
[[gnu::always_inline]] inline bool is_right(const std::optional<V>& v) { return is_right<T, I>(*v); }

template <class T, std::size_t I>
[[gnu::always_inline]] inline bool is_field_right(const T& group) {
    using F = FieldAt<T, I>;
    using V = typename F::Value;
    constexpr const F& f = slot<I>(fields<T>);
    if constexpr (is_plain(f)) {
        if (!present(group.*F::member)) return !f.is_required;
        if constexpr (!std::is_same_v<V, Boolean> && !std::is_same_v<V, Binary>) return is_right<T, I>(group.*F::member);
    }
    return true;
}

template <class T>
bool are_plain_right(const Record& record) {
    return [&]<std::size_t... I>(std::index_sequence<I...>) __attribute__((always_inline)) {
        return (is_field_right<T, I>(static_cast<const T&>(record)) && ...);
    }(std::make_index_sequence<field_count<T>>{});
}
}  // namespace detail

}  // namespace aroeira::fichas::ledi
