// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/ledi/tree.hpp"

#include <charconv>
#include <map>

namespace aroeira::fichas::ledi {
namespace {

template <class N>
bool parse_number(std::string_view text, N& out) {
    const auto done = std::from_chars(text.data(), text.data() + text.size(), out);
    return !text.empty() && done.ec == std::errc() && done.ptr == text.data() + text.size();
}

template <class N>
bool parse_code(const FieldInfo& f, std::string_view text, N& out) {
    for (const EnumName& row : f.enum_names)
        if (row.name == text) {
            out = row.value;
            return true;
        }
    return parse_number(text, out);
}

bool parse_truth(std::string_view text, bool& out) {
    out = text == "true" || text == "1";
    return out || text == "false" || text == "0";
}

bool refuse(TreeFault& fault, const Path& at, std::string why) {
    fault = {at.text(), std::move(why)};
    return false;
}

/// One scalar into the place `target`, which is a plain value of `kind`.
bool put(const FieldInfo& f, Kind kind, const Tree& part, void* target, Arena& arena) {
    switch (kind) {
        case Kind::boolean: return parse_truth(part.text, *static_cast<bool*>(target));
        case Kind::integer: return parse_code(f, part.text, *static_cast<std::int32_t*>(target));
        case Kind::longint: return parse_code(f, part.text, *static_cast<std::int64_t*>(target));
        case Kind::real: return parse_number(part.text, *static_cast<double*>(target));
        default: {
            const auto kept = arena.keep(part.text);
            *static_cast<Text*>(target) = kept;
            return kept.data() != nullptr;
        }
    }
}

template <class V>
bool put_optional(const FieldInfo& f, const Tree& part, Record& record, Arena& arena) {
    return put(f, f.kind, part, &value_of<std::optional<V>>(record, f).emplace(), arena);
}

bool put_scalar(const FieldInfo& f, const Tree& part, Record& record, Arena& arena) {
    switch (f.kind) {
        case Kind::boolean: return put_optional<bool>(f, part, record, arena);
        case Kind::integer: return put_optional<std::int32_t>(f, part, record, arena);
        case Kind::longint: return put_optional<std::int64_t>(f, part, record, arena);
        case Kind::real: return put_optional<double>(f, part, record, arena);
        default: return put(f, Kind::text, part, &value_of<Text>(record, f), arena);
    }
}

struct Items {
    void* first;
    std::size_t size;  ///< Of one item.
};
Items make_items(const FieldInfo& f, std::size_t count, Arena& arena) {
    switch (f.item) {
        case Kind::record: return {f.record->make(arena, count), f.record->size};
        case Kind::boolean: return {arena.make<bool>(count), sizeof(bool)};
        case Kind::integer: return {arena.make<std::int32_t>(count), sizeof(std::int32_t)};
        case Kind::longint: return {arena.make<std::int64_t>(count), sizeof(std::int64_t)};
        case Kind::real: return {arena.make<double>(count), sizeof(double)};
        default: return {arena.make<Text>(count), sizeof(Text)};
    }
}

bool put_list(const FieldInfo& f, const std::vector<const Tree*>& parts, Record& record, Arena& arena, TreeFault& fault,
              const Path& at) {
    const Items items = make_items(f, parts.size(), arena);
    if (!items.first) return refuse(fault, at, "a ficha é grande demais");
    for (std::size_t i = 0; i < parts.size(); ++i) {
        void* const target = static_cast<std::byte*>(items.first) + i * items.size;
        const Path here{at.parent, at.name, static_cast<int>(i)};
        if (f.item == Kind::record) {
            if (!fill(*f.record, *static_cast<Record*>(target), *parts[i], arena, fault, here)) return false;
        } else if (!put(f, f.item, *parts[i], target, arena)) {
            return refuse(fault, here, "o valor não é do tipo do campo");
        }
    }
    value_of<AnyList>(record, f) = {items.first, static_cast<std::uint32_t>(parts.size())};
    return true;
}

bool put_field(const FieldInfo& f, const std::vector<const Tree*>& parts, Record& record, Arena& arena, TreeFault& fault,
               const Path& parent) {
    const Path at{&parent, f.name};
    if (f.kind == Kind::list) return put_list(f, parts, record, arena, fault, at);
    if (parts.size() > 1) return refuse(fault, at, "o campo aparece mais de uma vez");
    if (f.kind == Kind::record) {
        void* const group = f.record->make(arena, 1);
        if (!group) return refuse(fault, at, "a ficha é grande demais");
        value_of<AnyRef>(record, f).target = group;
        return fill(*f.record, *static_cast<Record*>(group), *parts.front(), arena, fault, at);
    }
    return put_scalar(f, *parts.front(), record, arena) || refuse(fault, at, "o valor não é do tipo do campo");
}

/// Keeps a whole field as bytes, in its place by id: encoding writes it back as it came.
bool keep_wire(std::string_view bytes, Record& record, Arena& arena) {
    if (bytes.size() < 3) return false;
    const auto id = static_cast<std::uint16_t>(static_cast<Byte>(bytes[1]) << 8 | static_cast<Byte>(bytes[2]));
    auto* const node = arena.make<Unknown>(1);
    const auto kept = arena.keep(bytes);
    if (!node || !kept.data()) return false;
    Unknown** slot = &record.unknown;
    while (*slot && (*slot)->id <= id) slot = &(*slot)->next;
    *node = {*slot, id, kept};
    *slot = node;
    return true;
}

}  // namespace

bool from_hex(std::string_view hex, std::string& out) {
    const auto digit = [](char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1; };
    if (hex.size() % 2 != 0) return false;
    for (std::size_t i = 0; i < hex.size(); i += 2) {
        const int high = digit(hex[i]);
        const int low = digit(hex[i + 1]);
        if (high < 0 || low < 0) return false;
        out += static_cast<char>(high << 4 | low);
    }
    return true;
}

bool fill(const StructInfo& info, Record& record, const Tree& tree, Arena& arena, TreeFault& fault, const Path& at) {
    std::map<const FieldInfo*, std::vector<const Tree*>> given;
    for (const Tree& part : tree.parts) {
        const FieldInfo* f = info.find_element(part.name);
        if (!f) f = info.find(part.name);
        if (f && f->kind != Kind::binary) given[f].push_back(&part);
    }
    for (const auto& [f, parts] : given)
        if (!put_field(*f, parts, record, arena, fault, at)) return false;
    for (const auto& bytes : tree.wire)
        if (!keep_wire(bytes, record, arena)) return refuse(fault, at, "um campo guardado em bytes está incompleto");
    return true;
}

}  // namespace aroeira::fichas::ledi
