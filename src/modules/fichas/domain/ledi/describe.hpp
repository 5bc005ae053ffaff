// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/domain/ledi/check.hpp"
#include "modules/fichas/domain/ledi/plain.hpp"

/// From `fields<T>` and `rules<T>` to their StructInfo. Included only where a record is defined.
namespace aroeira::fichas::ledi {

namespace detail {
template <class V> inline constexpr Kind kind_of = Kind::record;
template <> inline constexpr Kind kind_of<bool> = Kind::boolean;
template <> inline constexpr Kind kind_of<std::int32_t> = Kind::integer;
template <> inline constexpr Kind kind_of<std::int64_t> = Kind::longint;
template <> inline constexpr Kind kind_of<double> = Kind::real;
template <> inline constexpr Kind kind_of<Text> = Kind::text;
template <> inline constexpr Kind kind_of<Binary> = Kind::binary;
template <class V> inline constexpr Kind kind_of<std::optional<V>> = kind_of<V>;
template <class V> inline constexpr Kind kind_of<List<V>> = Kind::list;

template <class V> struct Inner { using type = void; };
template <class V> struct Inner<Ref<V>> { using type = V; };
template <class V> struct Inner<List<V>> { using type = V; };

template <class T, std::size_t I>
FieldInfo describe_field(const T& probe) {
    using F = FieldAt<T, I>;
    using In = typename Inner<typename F::Value>::type;
    FieldInfo info;
    static_cast<Bounds&>(info) = slot<I>(fields<T>);
    info.is_plain = is_plain(slot<I>(fields<T>));
    info.name = F::name;
    info.id = F::id;
    info.kind = kind_of<typename F::Value>;
    if constexpr (!std::is_void_v<In>) info.item = kind_of<In>;
    if constexpr (RecordType<In>) info.record = &ledi::describe<In>();
    info.offset = static_cast<std::uint32_t>(reinterpret_cast<const char*>(&(probe.*F::member)) -
                                             reinterpret_cast<const char*>(&probe));
    return info;
}

// One rule, known when this is compiled: its predicate is called directly, or not called at all.
template <class T, std::size_t I>
[[gnu::always_inline]] inline void run_rule(const T& group, Checker& checker, Breaches& breaches, const Path& at) {
    constexpr const Rule<T>& rule = rules<T>[I];
    constexpr bool is_of_all = rule.since == Version{} && rule.until == kNever && rule.needs == Needs::nothing;
    if constexpr (!is_of_all)
        if (!checker.applies(order_of(rule.since), order_of(rule.until), rule.needs)) return;
    // A copy: under UBSan the address of a function compared with null is no constant.
    auto* holds = rule.holds;
    if (holds) {
        if (!holds(group, checker.context())) [[unlikely]] checker.broken(describe<T>().rules[I], at);
        return;
    }
    rule.each(group, checker.context(), breaches);
    if (!breaches.rows().empty()) [[unlikely]] {
        checker.broken(describe<T>().rules[I], at, breaches);
        breaches = {};
    }
}

template <class T>
void run_rules(const Record& record, Checker& checker, const Path& at) {
    const auto& group = static_cast<const T&>(record);
    Breaches breaches;
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        (run_rule<T, I>(group, checker, breaches, at), ...);
    }(std::make_index_sequence<rules<T>.size()>{});
}

template <class T>
StructInfo build() {
    static_assert(sizeof(T) < 0x10000, "a Step tells places by 16 bits");
    StructInfo info;
    const T probe{};
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        (info.fields.push_back(describe_field<T, I>(probe)), ...);
    }(std::make_index_sequence<field_count<T>>{});
    for (const Rule<T>& r : rules<T>)
        info.rules.push_back({r.id, r.field, r.message, r.fix, r.source, r.since, r.until, r.needs, r.warns});
    info.name = record_name<T>;
    info.size = sizeof(T);
    info.make = [](Arena& arena, std::size_t count) -> void* { return arena.make<T>(count); };
    info.are_plain_right = &are_plain_right<T>;
    if constexpr (!rules<T>.empty()) info.run_rules = &run_rules<T>;
    complete(info);
    return info;
}
}  // namespace detail

template <RecordType T>
const StructInfo& describe() {
    static const StructInfo info = detail::build<T>();
    return info;
}

}  // namespace aroeira::fichas::ledi
