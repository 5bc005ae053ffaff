// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/api/campo.hpp"

#include "modules/fichas/domain/ledi/info.hpp"

namespace aroeira::fichas {
namespace {

using ledi::FieldInfo;
using ledi::Kind;
using ledi::Record;
using Steps = std::span<const FieldInfo* const>;

Valor number(std::int64_t value) { return {.numero = value}; }
Valor text(std::string_view value) { return {.texto = value, .is_text = true}; }

/// A value of the list or the field, which is there.
template <class Visit>
void give_items(const ledi::AnyList& list, const FieldInfo& field, const Visit& visit) {
    for (std::uint32_t i = 0; i < list.count; ++i) {
        switch (field.item) {
            case Kind::boolean: visit(number(static_cast<const bool*>(list.first)[i] ? 1 : 0)); break;
            case Kind::integer: visit(number(static_cast<const std::int32_t*>(list.first)[i])); break;
            case Kind::longint: visit(number(static_cast<const std::int64_t*>(list.first)[i])); break;
            case Kind::real: visit(number(static_cast<std::int64_t>(static_cast<const double*>(list.first)[i]))); break;
            case Kind::text: visit(text(static_cast<const ledi::Text*>(list.first)[i])); break;
            default: break;
        }
    }
}

template <class Visit>
void give(const Record& record, const FieldInfo& field, const Visit& visit) {
    if (!ledi::is_present(record, field)) return;
    switch (field.kind) {
        case Kind::boolean: return visit(number(*ledi::value_of<ledi::Boolean>(record, field) ? 1 : 0));
        case Kind::integer: return visit(number(*ledi::value_of<ledi::Integer>(record, field)));
        case Kind::longint: return visit(number(*ledi::value_of<ledi::Long>(record, field)));
        case Kind::real: return visit(number(static_cast<std::int64_t>(*ledi::value_of<ledi::Double>(record, field))));
        case Kind::text: return visit(text(ledi::value_of<ledi::Text>(record, field)));
        case Kind::list: return give_items(ledi::value_of<ledi::AnyList>(record, field), field, visit);
        case Kind::binary:
        case Kind::record: return;
    }
}

/// Calls `arrive` with every group the steps lead to.
template <class Arrive>
void follow(const Record& record, Steps steps, const Arrive& arrive) {
    if (steps.empty()) return arrive(record);
    const FieldInfo& field = *steps.front();
    if (!ledi::is_present(record, field)) return;
    if (field.kind == Kind::record) return follow(ledi::group_of(record, field), steps.subspan(1), arrive);
    const auto& list = ledi::value_of<ledi::AnyList>(record, field);
    for (std::uint32_t i = 0; i < list.count; ++i) follow(ledi::item_of(list, field, i), steps.subspan(1), arrive);
}

}  // namespace

std::optional<Campo> Campo::walk(const ledi::StructInfo& from, std::string_view path) {
    std::vector<const FieldInfo*> steps;
    const ledi::StructInfo* at = &from;
    while (!path.empty()) {
        if (!at) return std::nullopt;
        const auto dot = path.find('.');
        const FieldInfo* field = at->find(path.substr(0, dot));
        if (!field) return std::nullopt;
        steps.push_back(field);
        at = field->record;
        path = dot == path.npos ? std::string_view() : path.substr(dot + 1);
    }
    return Campo(&from, std::move(steps), at);
}

std::optional<Campo> Campo::find(const TipoDeFicha& tipo, std::string_view path) { return walk(tipo.info(), path); }

std::optional<Campo> Campo::inside(std::string_view path) const {
    if (!group_) return std::nullopt;
    return walk(*group_, path);
}

void Campo::each(const Record& record, const std::function<void(const Valor&)>& visit) const {
    if (group_) return;
    follow(record, Steps(steps_).first(steps_.size() - 1), [&](const Record& last) { give(last, *steps_.back(), visit); });
}

void Campo::each_group(const Record& record, const std::function<void(const Record&)>& visit) const {
    if (group_) follow(record, steps_, visit);
}

std::optional<Valor> Campo::first(const Record& record) const {
    std::optional<Valor> found;
    each(record, [&](const Valor& value) {
        if (!found) found = value;
    });
    return found;
}

bool Campo::is_present(const Record& record) const {
    bool found = false;
    if (group_) {
        each_group(record, [&](const Record&) { found = true; });
        return found;
    }
    follow(record, Steps(steps_).first(steps_.size() - 1), [&](const Record& last) { found = found || ledi::is_present(last, *steps_.back()); });
    return found;
}

std::string_view Campo::rotulo(std::int64_t codigo) const {
    if (group_) return {};
    const FieldInfo& field = *steps_.back();
    if (field.table)
        for (const auto& row : field.table->codes)
            if (row.code == codigo) return row.label;
    for (const auto& row : field.enum_names)
        if (row.value == codigo) return row.name;
    return {};
}

std::vector<std::int64_t> Campo::codigos() const {
    std::vector<std::int64_t> all;
    if (group_) return all;
    const FieldInfo& field = *steps_.back();
    if (field.table) {
        for (const auto& row : field.table->codes)
            if (field.allowed.empty() || field.allowed.has(row.code)) all.push_back(row.code);
    }
    return all;
}

}  // namespace aroeira::fichas
