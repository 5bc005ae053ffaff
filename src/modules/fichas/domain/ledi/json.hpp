// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/domain/ledi/info.hpp"

namespace aroeira::fichas::ledi {

/// The name under which JSON keeps the fields no declaration knows: a list of their bytes in hex.
inline constexpr std::string_view kUnknownKey = "_desconhecidos";

/// Writes JSON with the LEDI names, absent fields left out. A binary field is written as what
/// `inner` is: the nested record, in place.
void write_json(const StructInfo& info, const Record& record, Buffer& out, const StructInfo* inner_info = nullptr,
                const Record* inner = nullptr);

void write_hex(std::string_view bytes, Buffer& out);

}  // namespace aroeira::fichas::ledi
