// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "modules/fichas/api/memory.hpp"
#include "modules/fichas/domain/ledi/rule.hpp"

/// A declaration as plain data. Only what runs for every field received is a template of its own:
/// decoding, and asking whether the plain fields are right. Encoding, the checks, JSON, XML, the form
/// and the reference page walk these rows, and so compile once for all records.
namespace aroeira::fichas::ledi {

enum class Kind : std::uint8_t { boolean, integer, longint, real, text, binary, record, list };

struct StructInfo;

struct FieldInfo : Bounds {
    std::string_view name{};  ///< As on the wire.
    int id = 0;
    Kind kind = Kind::text, item = Kind::text;
    std::uint32_t offset = 0;            ///< In the struct.
    const StructInfo* record = nullptr;  ///< Of the group, or of the items of the list.
    std::string_view key{};              ///< `"name":`, for JSON.
    std::string key_blocks{};            ///< The key, filled up to whole blocks.
    bool is_versioned = false;           ///< Not in every release.
    bool is_plain = false;               ///< Answered for by are_plain_right.

    static constexpr std::size_t kKeyBlock = 32;

    [[nodiscard]] std::string_view element() const { return xml_name.empty() ? name : xml_name; }
    [[nodiscard]] bool lives_in(const Version& v) const { return v >= since_version && v < until_version; }
};

/// What every walk asks of a field, in one cache line; a FieldInfo takes five, and is read only for
/// what is rare. A field is there when its flag or its pointer is: both are looked at, because a
/// load and an `and` cost less than guessing which.
struct alignas(64) Step {
    const FieldInfo* field = nullptr;
    std::uint64_t pointer_mask = 0;
    std::uint32_t offset = 0;  ///< Of the value, in the struct.
    std::uint16_t flag_offset = 0, pointer_offset = 0;
    std::uint8_t flag_mask = 0;
    Kind kind = Kind::text;
    bool is_required = false, is_versioned = false;
};
static_assert(sizeof(Step) == 64);

class Checker;

struct StructInfo {
    std::string_view name{};
    std::uint32_t size = 0;
    std::vector<FieldInfo> fields{};               ///< Ascending by id.
    std::vector<Step> steps{};                     ///< One per field, in the same order.
    std::vector<Step> rest{};                      ///< Of the fields that are not plain, in the same order.
    std::vector<const FieldInfo*> xml_sequence{};  ///< In the order of the XSD.
    std::vector<RuleInfo> rules{};
    void* (*make)(Arena&, std::size_t count) = nullptr;  ///< Empty structs, or null past the limit.
    bool is_plain = false;                         ///< Nothing but plain fields, and no rule.
    bool (*are_plain_right)(const Record&) = nullptr;
    void (*run_rules)(const Record&, Checker&, const Path&) = nullptr;

    [[nodiscard]] const FieldInfo* find(std::string_view field_name) const;
    [[nodiscard]] const FieldInfo* find_element(std::string_view element) const;
};

/// The description of T, made at the first question and kept. Defined in describe.hpp.
template <RecordType T>
const StructInfo& describe();

/// The value of a field, by its kind. `field` is a FieldInfo or a Step.
template <class V, class Field>
const V& value_of(const Record& record, const Field& field) {
    return *reinterpret_cast<const V*>(reinterpret_cast<const std::byte*>(&record) + field.offset);
}
template <class V>
V& value_of(Record& record, const FieldInfo& field) {
    return *reinterpret_cast<V*>(reinterpret_cast<std::byte*>(&record) + field.offset);
}
inline bool is_present(const Record& record, const Step& step) {
    const auto* at = reinterpret_cast<const std::byte*>(&record);
    std::uint64_t pointer;
    std::memcpy(&pointer, at + step.pointer_offset, sizeof pointer);
    return ((pointer & step.pointer_mask) | (std::to_integer<std::uint8_t>(at[step.flag_offset]) & step.flag_mask)) != 0;
}
inline bool is_present(const Record& record, const FieldInfo& field) {
    switch (field.kind) {
        case Kind::boolean: return value_of<Boolean>(record, field).has_value();
        case Kind::integer: return value_of<Integer>(record, field).has_value();
        case Kind::longint: return value_of<Long>(record, field).has_value();
        case Kind::real: return value_of<Double>(record, field).has_value();
        case Kind::text:
        case Kind::binary: return value_of<Text>(record, field).data() != nullptr;
        case Kind::record: return value_of<AnyRef>(record, field).target != nullptr;
        case Kind::list: return value_of<AnyList>(record, field).first != nullptr;
    }
    return false;
}
template <class Field>
const Record& group_of(const Record& record, const Field& field) {
    return *static_cast<const Record*>(value_of<AnyRef>(record, field).target);
}
inline const Record& item_of(const AnyList& list, const FieldInfo& field, std::size_t i) {
    return *reinterpret_cast<const Record*>(static_cast<const std::byte*>(list.first) + i * field.record->size);
}

/// Thrift's word for a kind: "i64", "string", "list".
std::string_view wire_word(Kind kind);

/// Finishes what the templates began: keys, the XML order, who checks what.
void complete(StructInfo& info);

}  // namespace aroeira::fichas::ledi
