// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string_view>

/// What rules ask of the national tables, in the words of the dictionary.
namespace aroeira::fichas::ledi::national {

/// The CBO may sign a ficha of this tipoDadoSerializado. Cuidado Compartilhado takes any CBO.
bool accepts_cbo(std::int64_t tipo, std::string_view cbo);
bool has_cbo(std::string_view cbo);
bool has_municipio(std::string_view ibge);

}  // namespace aroeira::fichas::ledi::national
