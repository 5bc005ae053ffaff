// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/ledi/decode.hpp"

namespace aroeira::fichas::ledi {
namespace {

std::size_t fixed_size(Wire type) {
    switch (type) {
        case Wire::boolean: case Wire::byte: return 1;
        case Wire::i16: return 2;
        case Wire::i32: return 4;
        case Wire::i64: case Wire::real: return 8;
        default: return 0;
    }
}

}  // namespace

std::string_view describe(Fault fault) {
    switch (fault) {
        case Fault::none: return "sem erro";
        case Fault::truncated: return "os bytes terminam antes do fim da ficha";
        case Fault::bad_length: return "um tamanho é negativo ou maior que os bytes restantes";
        case Fault::wrong_type: return "o tipo do campo difere do dicionário";
        case Fault::bad_type: return "há um código de tipo que o Thrift não tem";
        case Fault::too_deep: return "há estruturas aninhadas demais";
        case Fault::too_big: return "a ficha é grande demais";
        case Fault::trailing_bytes: return "sobram bytes depois do fim da ficha";
    }
    return "";
}

std::string Path::text() const {
    std::string out = parent ? parent->text() : std::string{};
    if (!out.empty() && !name.empty()) out += '.';
    out += name;
    if (index >= 0) out += '[' + std::to_string(index) + ']';
    return out;
}

const Byte* Decoder::read_last_header(const Byte* p, std::uint32_t& header) {
    if (p == end_) return fail(p, Fault::truncated);
    header = 0;
    if (*p == 0) return p + 1;
    if (end_ - p < 3) return fail(p, Fault::truncated);
    header = std::uint32_t{p[0]} << 16 | std::uint32_t{p[1]} << 8 | p[2];
    return p + 3;
}

// `declared` is the name of the field with this id, when the declaration has one of another type.
const Byte* Decoder::keep_unknown(const Byte* p, std::uint32_t& header, Record& out, const Path& at,
                                  std::string_view declared) {
    if (!declared.empty()) {
        fail(p - 3, Fault::wrong_type);
        return note(at, declared);
    }
    const auto id = static_cast<std::uint16_t>(header);
    const Byte* value = p;
    if ((p = skip(p, static_cast<Wire>(header >> 16), 0))) {
        int count = 0;
        Unknown** slot = &out.unknown;
        while (*slot && (*slot)->id <= id) {
            slot = &(*slot)->next;
            ++count;
        }
        auto* node = count < kUnknownLimit ? arena_.make<Unknown>(1) : nullptr;
        const std::string_view bytes(reinterpret_cast<const char*>(value - 3), static_cast<std::size_t>(p - value) + 3);
        if (!node) p = fail(value, Fault::too_big);
        else *slot = new (node) Unknown{*slot, id, bytes};
    }
    if (p) p = read_header(p, header);
    return p ? p : note(at, "campo " + std::to_string(id));
}

const Byte* Decoder::skip(const Byte* p, Wire type, int depth) {
    if (depth > kDepthLimit) return fail(p, Fault::too_deep);
    const auto left = static_cast<std::size_t>(end_ - p);
    if (const std::size_t size = fixed_size(type)) return left < size ? fail(p, Fault::truncated) : p + size;
    switch (type) {
        case Wire::text: {
            Text ignored;
            return read(p, ignored);
        }
        case Wire::record:
            for (std::uint32_t header;;) {
                if (!(p = read_header(p, header)) || detail::is_stop(header)) return p;
                if (!(p = skip(p, static_cast<Wire>(header >> 16), depth + 1))) return nullptr;
            }
        case Wire::list:
        case Wire::set:
            if (left < 5) return fail(p, Fault::truncated);
            return skip_items(p + 5, {static_cast<Wire>(*p)}, detail::load<std::uint32_t>(p + 1), depth);
        case Wire::map:
            if (left < 6) return fail(p, Fault::truncated);
            return skip_items(p + 6, {static_cast<Wire>(p[0]), static_cast<Wire>(p[1])},
                              detail::load<std::uint32_t>(p + 2), depth);
        default: return fail(p, Fault::bad_type);
    }
}

const Byte* Decoder::skip_items(const Byte* p, std::initializer_list<Wire> types, std::uint32_t count, int depth) {
    // Every item takes a byte or more, so a longer count is a lie.
    if (count > static_cast<std::size_t>(end_ - p)) return fail(p, Fault::bad_length);
    for (std::uint32_t i = 0; i < count; ++i)
        for (const Wire type : types)
            if (!(p = skip(p, type, depth + 1))) return nullptr;
    return p;
}

const Byte* Decoder::fail(const Byte* p, Fault fault) {
    error_.fault = fault;
    error_.offset = static_cast<std::size_t>(p - begin_);
    return nullptr;
}

const Byte* Decoder::note(const Path& at, std::string_view name) {
    if (error_.path.empty()) error_.path = Path{&at, name}.text();
    return nullptr;
}

}  // namespace aroeira::fichas::ledi
