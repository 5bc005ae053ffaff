// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/ledi/xml.hpp"

#include <charconv>
#include <cmath>

#include "modules/fichas/domain/ledi/encode.hpp"
#include "modules/fichas/domain/ledi/json.hpp"

namespace aroeira::fichas::ledi {
namespace {

void put_indent(Buffer& out, int indent) {
    out.put('\n');
    for (int i = 0; i < indent; ++i) out.put("  ");
}

void put_number(Buffer& out, std::int64_t v) {
    char* at = out.room(24);
    out.end(std::to_chars(at, at + 24, v).ptr);
}

// xs:double has its own words for what is not a number.
void put_real(Buffer& out, double v) {
    if (std::isnan(v)) return out.put("NaN");
    if (std::isinf(v)) return out.put(v > 0 ? "INF" : "-INF");
    char* at = out.room(32);
    out.end(std::to_chars(at, at + 32, v).ptr);
}

void put_code(Buffer& out, const FieldInfo& f, std::int64_t v) {
    for (const EnumName& row : f.enum_names)
        if (row.value == v) return out.put(row.name);
    put_number(out, v);
}

void open_element(const FieldInfo& f, Buffer& out, int indent) {
    put_indent(out, indent);
    out.put('<');
    out.put(f.element());
    out.put('>');
}
void close_element(const FieldInfo& f, Buffer& out) {
    out.put("</");
    out.put(f.element());
    out.put('>');
}

void put_group(const FieldInfo& f, const Record& group, Buffer& out, int indent) {
    open_element(f, out, indent);
    write_xml_fields(*f.record, group, out, indent + 1);
    put_indent(out, indent);
    close_element(f, out);
}

void put_item(const FieldInfo& f, const AnyList& list, std::size_t i, Buffer& out, int indent) {
    if (f.item == Kind::record) return put_group(f, item_of(list, f, i), out, indent);
    open_element(f, out, indent);
    switch (f.item) {
        case Kind::integer: put_code(out, f, static_cast<const std::int32_t*>(list.first)[i]); break;
        case Kind::longint: put_code(out, f, static_cast<const std::int64_t*>(list.first)[i]); break;
        case Kind::boolean: out.put(static_cast<const bool*>(list.first)[i] ? "true" : "false"); break;
        case Kind::real: put_real(out, static_cast<const double*>(list.first)[i]); break;
        default: put_xml_text(static_cast<const Text*>(list.first)[i], out); break;
    }
    close_element(f, out);
}

void put_scalar(const FieldInfo& f, const Record& record, Buffer& out, int indent) {
    open_element(f, out, indent);
    switch (f.kind) {
        case Kind::boolean: out.put(*value_of<Boolean>(record, f) ? "true" : "false"); break;
        case Kind::integer: put_code(out, f, *value_of<Integer>(record, f)); break;
        case Kind::longint: put_code(out, f, *value_of<Long>(record, f)); break;
        case Kind::real: put_real(out, *value_of<Double>(record, f)); break;
        default: put_xml_text(value_of<Text>(record, f), out); break;
    }
    close_element(f, out);
}

void put_instruction(std::string_view wire_bytes, Buffer& out, int indent) {
    put_indent(out, indent);
    out.put("<?");
    out.put(kXmlField);
    out.put(' ');
    write_hex(wire_bytes, out);
    out.put("?>");
}

// XML cannot hold every text a ficha may carry; the wire bytes can.
bool fits_in_xml(std::string_view text) {
    for (const char c : text)
        if (static_cast<Byte>(c) < 0x20 && c != '\t' && c != '\n') return false;
    return true;
}
bool fits_in_xml(const FieldInfo& f, const Record& record) {
    if (!f.in_xml) return false;
    if (f.kind == Kind::text) return fits_in_xml(value_of<Text>(record, f));
    if (f.kind != Kind::list) return true;
    const auto& list = value_of<AnyList>(record, f);
    if (list.count == 0) return false;  // Repeated elements cannot say "an empty list".
    if (f.item == Kind::text)
        for (std::uint32_t i = 0; i < list.count; ++i)
            if (!fits_in_xml(static_cast<const Text*>(list.first)[i])) return false;
    return true;
}

}  // namespace

void put_xml_text(std::string_view text, Buffer& out) {
    for (const char c : text) {
        switch (c) {
            case '<': out.put("&lt;"); break;
            case '>': out.put("&gt;"); break;
            case '&': out.put("&amp;"); break;
            case '\n': out.put("&#10;"); break;
            case '\t': out.put("&#9;"); break;
            default: out.put(c);
        }
    }
}

void write_xml_fields(const StructInfo& info, const Record& record, Buffer& out, int indent) {
    for (const FieldInfo* f : info.xml_sequence) {
        if (!is_present(record, *f) || f->kind == Kind::binary) continue;
        if (!fits_in_xml(*f, record)) {
            Buffer wire;
            encode_field(*f, record, wire);
            put_instruction(wire.view(), out, indent);
        } else if (f->kind == Kind::list) {
            const auto& list = value_of<AnyList>(record, *f);
            for (std::uint32_t i = 0; i < list.count; ++i) put_item(*f, list, i, out, indent);
        } else if (f->kind == Kind::record) {
            put_group(*f, group_of(record, *f), out, indent);
        } else {
            put_scalar(*f, record, out, indent);
        }
    }
    for (const Unknown* u = record.unknown; u; u = u->next) put_instruction(u->bytes, out, indent);
}

}  // namespace aroeira::fichas::ledi
