// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/domain/ledi/info.hpp"

namespace aroeira::fichas::ledi {

/// Writes TBinaryProtocol: ascending ids, absent fields left out, unknown fields in their place.
void encode(const StructInfo& info, const Record& record, Buffer& out);
/// One present field, with its header.
void encode_field(const FieldInfo& field, const Record& record, Buffer& out);

}  // namespace aroeira::fichas::ledi
