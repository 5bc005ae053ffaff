// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>

#include "modules/fichas/domain/ledi/info.hpp"

/// What counts as filled in. Senders leave empty texts, lists and groups where nothing was typed
/// (`<saidaCidadaoCadastro/>`), and a field that must not be filled in is not broken by them.
namespace aroeira::fichas::ledi {

template <class V> bool is_filled(const std::optional<V>& v) { return v.has_value(); }
inline bool is_filled(std::string_view v) { return !v.empty(); }
template <class V> bool is_filled(const List<V>& v) { return !v.empty(); }
template <RecordType T>
bool is_filled(const T& group) {
    const auto& all = describe<T>().fields;
    return std::any_of(all.begin(), all.end(), [&](const FieldInfo& f) { return is_present(group, f); });
}
template <class V> bool is_filled(const Ref<V>& group) { return group && is_filled(*group); }

/// Refuses each of these members that is filled in: `forbid_filled<&Visita::sexo>(v, found)`.
template <auto... Member, class T>
void forbid_filled(const T& group, Breaches& found) {
    ((is_filled(group.*Member) ? found.field(name_of<Member>) : void()), ...);
}
/// Refuses each of these members that is not filled in.
template <auto... Member, class T>
void demand_filled(const T& group, Breaches& found) {
    ((is_filled(group.*Member) ? void() : found.field(name_of<Member>)), ...);
}
/// Some item when the switch is on, none when it is off; silent when nobody touched the switch.
template <auto Switch, auto Items, class T>
void items_follow(const T& group, Breaches& found) {
    if (group.*Switch && *(group.*Switch) != is_filled(group.*Items)) found.field(name_of<Items>);
}

}  // namespace aroeira::fichas::ledi
