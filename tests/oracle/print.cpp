// SPDX-License-Identifier: Apache-2.0
#include "tests/oracle/print.hpp"

#include <thrift/TToString.h>

namespace aroeira::oracle {
namespace {

using namespace fichas::ledi;

// The wire struct of a group that is declared a second time with other bounds.
std::string_view wire_name(std::string_view name) { return name == "LotacaoFinalizador" ? "LotacaoHeader" : name; }

std::string item(const FieldInfo& f, const AnyList& list, std::size_t i) {
    switch (f.item) {
        case Kind::integer: return std::to_string(static_cast<const std::int32_t*>(list.first)[i]);
        case Kind::longint: return std::to_string(static_cast<const std::int64_t*>(list.first)[i]);
        case Kind::text: return std::string(static_cast<const Text*>(list.first)[i]);
        case Kind::record: return in_thrift_words(*f.record, item_of(list, f, i));
        default: throw std::logic_error("no published list holds this kind");
    }
}

std::string value(const FieldInfo& f, const Record& record) {
    switch (f.kind) {
        case Kind::boolean: return *value_of<Boolean>(record, f) ? "1" : "0";
        case Kind::integer: return std::to_string(*value_of<Integer>(record, f));
        case Kind::longint: return std::to_string(*value_of<Long>(record, f));
        case Kind::real: return apache::thrift::to_string(*value_of<Double>(record, f));
        case Kind::text:
        case Kind::binary: return std::string(value_of<Text>(record, f));
        case Kind::record: return in_thrift_words(*f.record, group_of(record, f));
        case Kind::list: break;
    }
    std::string out = "[";
    const auto& list = value_of<AnyList>(record, f);
    for (std::size_t i = 0; i < list.count; ++i) (out += i ? ", " : "") += item(f, list, i);
    return out + "]";
}

}  // namespace

std::string in_thrift_words(const StructInfo& info, const Record& record) {
    std::string out(wire_name(info.name));
    char separator = '(';
    for (const FieldInfo& f : info.fields) {
        if (f.id >= kUnpublishedIds) continue;
        out += separator == '(' ? "(" : ", ";
        separator = ',';
        (out += f.name) += '=';
        out += is_present(record, f) ? value(f, record) : "<null>";
    }
    return out + ")";
}

bool has_unpublished(const StructInfo& info, const Record& record) {
    for (const FieldInfo& f : info.fields) {
        if (!is_present(record, f)) continue;
        if (f.id >= kUnpublishedIds) return true;
        if (f.kind == Kind::record && has_unpublished(*f.record, group_of(record, f))) return true;
        if (f.kind != Kind::list || f.item != Kind::record) continue;
        const auto& list = value_of<AnyList>(record, f);
        for (std::size_t i = 0; i < list.count; ++i)
            if (has_unpublished(*f.record, item_of(list, f, i))) return true;
    }
    return false;
}

}  // namespace aroeira::oracle
