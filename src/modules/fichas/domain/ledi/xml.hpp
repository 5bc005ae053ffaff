// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/domain/ledi/info.hpp"

namespace aroeira::fichas::ledi {

/// The processing instruction that carries a field the XSD has no element for, as wire bytes in
/// hex: a reader that does not know it loses nothing it could have had.
inline constexpr std::string_view kXmlField = "campo-thrift";

/// Writes the fields of a record as elements, in the order of the XSD, unqualified.
void write_xml_fields(const StructInfo& info, const Record& record, Buffer& out, int indent);

void put_xml_text(std::string_view text, Buffer& out);

}  // namespace aroeira::fichas::ledi
