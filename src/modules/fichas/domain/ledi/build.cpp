// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/ledi/build.hpp"

#include <charconv>
#include <limits>

namespace aroeira::fichas::ledi {
namespace {

std::size_t item_size(const FieldInfo& f) {
    switch (f.item) {
        case Kind::boolean: return sizeof(bool);
        case Kind::integer: return sizeof(std::int32_t);
        case Kind::longint: return sizeof(std::int64_t);
        case Kind::real: return sizeof(double);
        case Kind::record: return f.record->size;
        default: return sizeof(Text);
    }
}

template <class V>
bool parse_number(std::string_view text, V& out) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc{} && end == text.data() + text.size();
}

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

}  // namespace

void* Builder::append(AnyList& list, const FieldInfo& f) {
    // Room doubles at each power of two, so the count tells the capacity.
    const std::size_t size = item_size(f);
    if ((list.count & (list.count - 1)) == 0) {
        const std::size_t room = list.count ? std::size_t{list.count} * 2 : 1;
        void* grown = f.item == Kind::record ? f.record->make(arena_, room) : arena_.take(room * size, alignof(std::int64_t));
        if (!grown) return nullptr;
        if (list.count) std::memcpy(grown, list.first, list.count * size);
        list.first = grown;
    }
    return static_cast<std::byte*>(list.first) + size * list.count++;
}

bool Builder::set(Record& record, const FieldInfo& f, std::string_view text) {
    const Kind kind = f.kind == Kind::list ? f.item : f.kind;
    switch (kind) {
        case Kind::text:
        case Kind::binary: return set_text(record, f, text);
        case Kind::boolean:
            if (text != "true" && text != "false" && text != "1" && text != "0") return false;
            return set_boolean(record, f, text == "true" || text == "1");
        case Kind::integer:
        case Kind::longint: {
            for (const EnumName& row : f.enum_names)
                if (row.name == text) return set_integer(record, f, row.value);
            std::int64_t value;
            return parse_number(text, value) && set_integer(record, f, value);
        }
        case Kind::real: {
            double value;
            return parse_number(text, value) && set_real(record, f, value);
        }
        default: return false;
    }
}

bool Builder::set_integer(Record& record, const FieldInfo& f, std::int64_t value) {
    const Kind kind = f.kind == Kind::list ? f.item : f.kind;
    if (kind == Kind::real) return set_real(record, f, static_cast<double>(value));
    const bool narrow = kind == Kind::integer;
    if (!narrow && kind != Kind::longint) return false;
    if (narrow && (value < std::numeric_limits<std::int32_t>::min() || value > std::numeric_limits<std::int32_t>::max()))
        return false;
    if (f.kind == Kind::list) {
        void* item = append(value_of<AnyList>(record, f), f);
        if (!item) return false;
        if (narrow) *static_cast<std::int32_t*>(item) = static_cast<std::int32_t>(value);
        else *static_cast<std::int64_t*>(item) = value;
    } else if (narrow) {
        value_of<Integer>(record, f) = static_cast<std::int32_t>(value);
    } else {
        value_of<Long>(record, f) = value;
    }
    return true;
}

bool Builder::set_real(Record& record, const FieldInfo& f, double value) {
    if (f.kind == Kind::list || f.kind != Kind::real) return false;
    value_of<Double>(record, f) = value;
    return true;
}

bool Builder::set_boolean(Record& record, const FieldInfo& f, bool value) {
    if (f.kind != Kind::boolean) return false;
    value_of<Boolean>(record, f) = value;
    return true;
}

bool Builder::set_text(Record& record, const FieldInfo& f, std::string_view value) {
    const Kind kind = f.kind == Kind::list ? f.item : f.kind;
    if (kind != Kind::text && kind != Kind::binary) return false;
    const std::string_view kept = arena_.keep(value);
    if (!kept.data()) return false;
    if (f.kind != Kind::list) {
        value_of<Text>(record, f) = kept;
        return true;
    }
    void* item = append(value_of<AnyList>(record, f), f);
    if (item) new (item) Text(kept);
    return item != nullptr;
}

Record* Builder::open(Record& record, const FieldInfo& f) {
    if (f.kind == Kind::list && f.item == Kind::record)
        return static_cast<Record*>(append(value_of<AnyList>(record, f), f));
    if (f.kind != Kind::record) return nullptr;
    auto& group = value_of<AnyRef>(record, f);
    if (!group.target) group.target = f.record->make(arena_, 1);
    return static_cast<Record*>(group.target);
}

bool Builder::open_list(Record& record, const FieldInfo& f) {
    if (f.kind != Kind::list) return false;
    auto& list = value_of<AnyList>(record, f);
    if (!list.first) list = {arena_.take(1, 1), 0};
    return list.first != nullptr;
}

void Builder::clear(Record& record, const FieldInfo& f) {
    switch (f.kind) {
        case Kind::boolean: value_of<Boolean>(record, f).reset(); break;
        case Kind::integer: value_of<Integer>(record, f).reset(); break;
        case Kind::longint: value_of<Long>(record, f).reset(); break;
        case Kind::real: value_of<Double>(record, f).reset(); break;
        case Kind::text:
        case Kind::binary: value_of<Text>(record, f) = {}; break;
        case Kind::record: value_of<AnyRef>(record, f) = {}; break;
        case Kind::list: value_of<AnyList>(record, f) = {}; break;
    }
}

bool Builder::add_unknown(Record& record, std::string_view bytes) {
    if (bytes.size() < 4) return false;
    auto* node = arena_.make<Unknown>(1);
    if (!node) return false;
    const auto id = static_cast<std::uint16_t>(static_cast<Byte>(bytes[1]) << 8 | static_cast<Byte>(bytes[2]));
    Unknown** slot = &record.unknown;
    while (*slot && (*slot)->id <= id) slot = &(*slot)->next;
    *slot = new (node) Unknown{*slot, id, bytes};
    return true;
}

std::string_view from_hex(std::string_view hex, Arena& arena) {
    if (hex.size() % 2) return {};
    auto* out = static_cast<char*>(arena.take(hex.size() / 2 + 1, 1));
    if (!out) return {};
    for (std::size_t i = 0; i < hex.size(); i += 2) {
        const int high = hex_digit(hex[i]), low = hex_digit(hex[i + 1]);
        if (high < 0 || low < 0) return {};
        out[i / 2] = static_cast<char>(high << 4 | low);
    }
    return {out, hex.size() / 2};
}

}  // namespace aroeira::fichas::ledi
