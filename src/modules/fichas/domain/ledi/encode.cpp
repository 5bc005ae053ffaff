// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/ledi/encode.hpp"

#include <bit>

namespace aroeira::fichas::ledi {
namespace {

constexpr Wire wire_of(Kind kind) {
    switch (kind) {
        case Kind::boolean: return Wire::boolean;
        case Kind::integer: return Wire::i32;
        case Kind::longint: return Wire::i64;
        case Kind::real: return Wire::real;
        case Kind::text:
        case Kind::binary: return Wire::text;
        case Kind::record: return Wire::record;
        case Kind::list: return Wire::list;
    }
    return Wire::text;
}

void put_byte(Buffer& out, std::uint8_t v) { out.put(static_cast<char>(v)); }
void put_i32(Buffer& out, std::uint32_t v) {
    v = __builtin_bswap32(v);
    char* at = out.room(4);
    std::memcpy(at, &v, 4);
    out.end(at + 4);
}
void put_i64(Buffer& out, std::uint64_t v) {
    v = __builtin_bswap64(v);
    char* at = out.room(8);
    std::memcpy(at, &v, 8);
    out.end(at + 8);
}
void put_text(Buffer& out, std::string_view v) {
    put_i32(out, static_cast<std::uint32_t>(v.size()));
    out.put(v);
}

void put_item(Buffer& out, const FieldInfo& f, const AnyList& list, std::size_t i) {
    switch (f.item) {
        case Kind::boolean: return put_byte(out, static_cast<const bool*>(list.first)[i]);
        case Kind::integer: return put_i32(out, static_cast<const std::uint32_t*>(list.first)[i]);
        case Kind::longint: return put_i64(out, static_cast<const std::uint64_t*>(list.first)[i]);
        case Kind::real: return put_i64(out, std::bit_cast<std::uint64_t>(static_cast<const double*>(list.first)[i]));
        case Kind::text:
        case Kind::binary: return put_text(out, static_cast<const Text*>(list.first)[i]);
        case Kind::record: return encode(*f.record, item_of(list, f, i), out);
        case Kind::list: return;
    }
}

void put_value(Buffer& out, const FieldInfo& f, const Record& record) {
    switch (f.kind) {
        case Kind::boolean: return put_byte(out, *value_of<Boolean>(record, f));
        case Kind::integer: return put_i32(out, static_cast<std::uint32_t>(*value_of<Integer>(record, f)));
        case Kind::longint: return put_i64(out, static_cast<std::uint64_t>(*value_of<Long>(record, f)));
        case Kind::real: return put_i64(out, std::bit_cast<std::uint64_t>(*value_of<Double>(record, f)));
        case Kind::text:
        case Kind::binary: return put_text(out, value_of<Text>(record, f));
        case Kind::record: return encode(*f.record, group_of(record, f), out);
        case Kind::list: {
            const auto& list = value_of<AnyList>(record, f);
            put_byte(out, static_cast<std::uint8_t>(wire_of(f.item)));
            put_i32(out, list.count);
            for (std::uint32_t i = 0; i < list.count; ++i) put_item(out, f, list, i);
        }
    }
}

}  // namespace

void encode_field(const FieldInfo& f, const Record& record, Buffer& out) {
    put_byte(out, static_cast<std::uint8_t>(wire_of(f.kind)));
    put_byte(out, static_cast<std::uint8_t>(f.id >> 8));
    put_byte(out, static_cast<std::uint8_t>(f.id));
    put_value(out, f, record);
}

void encode(const StructInfo& info, const Record& record, Buffer& out) {
    const Unknown* unknown = record.unknown;
    for (const FieldInfo& f : info.fields) {
        for (; unknown && unknown->id < f.id; unknown = unknown->next) out.put(unknown->bytes);
        if (is_present(record, f)) encode_field(f, record, out);
    }
    for (; unknown; unknown = unknown->next) out.put(unknown->bytes);
    put_byte(out, 0);
}

}  // namespace aroeira::fichas::ledi
