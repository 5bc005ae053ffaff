// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/domain/ledi/info.hpp"

/// Filling a record by its description: what the XML and JSON readers, the forms and the tests use.
namespace aroeira::fichas::ledi {

/// Puts values into records whose memory is an Arena's.
/// Errors: a false or null answer means the text is not of the field's kind, or the arena is full.
class Builder {
public:
    explicit Builder(Arena& arena) : arena_(arena) {}

    /// A scalar from its text: "12", "true", "36.5", an enumeration's name. Appends to a list.
    bool set(Record& record, const FieldInfo& field, std::string_view text);
    bool set_integer(Record& record, const FieldInfo& field, std::int64_t value);
    bool set_real(Record& record, const FieldInfo& field, double value);
    bool set_boolean(Record& record, const FieldInfo& field, bool value);
    /// Text is copied into the arena.
    bool set_text(Record& record, const FieldInfo& field, std::string_view value);

    /// The group of a field, made if it is not there; a new item when the field is a list.
    Record* open(Record& record, const FieldInfo& field);
    /// Makes a list present, though empty.
    bool open_list(Record& record, const FieldInfo& field);
    void clear(Record& record, const FieldInfo& field);
    /// Restores a field no declaration knows from its wire bytes.
    bool add_unknown(Record& record, std::string_view wire_bytes);

    /// Room for one more item, or null.
    void* append(AnyList& list, const FieldInfo& field);

private:
    Arena& arena_;
};

/// Bytes from hexadecimal; null data() when it is not.
std::string_view from_hex(std::string_view hex, Arena& arena);

}  // namespace aroeira::fichas::ledi
