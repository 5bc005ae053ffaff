// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

#include "modules/fichas/domain/ledi/info.hpp"

/// The words a case about several record types uses for what each of them spells its own way:
/// "origem", "cabecalho.cnes", "atendimento.nascimento", "atendimento.problemasCondicoes[0].ciap".
namespace aroeira::fichas::testing {

/// The path in a record of this root; any other path is itself.
std::string real_path(const std::string& path, const ledi::StructInfo& root);
/// Whether the root, or the items of its list of attendances, has the field; "headerTransport.ine" asks
/// a group of the root.
bool has_field(const ledi::StructInfo& root, std::string_view path);

}  // namespace aroeira::fichas::testing
