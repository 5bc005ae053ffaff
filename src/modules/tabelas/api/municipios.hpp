// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <string_view>

namespace aroeira::tabelas {

/// Calls `visit` with every município of the national table, in the order of the codes, until it gives false.
void each_municipio(const std::function<bool(std::string_view ibge, std::string_view nome, std::string_view uf)>& visit);

}  // namespace aroeira::tabelas
