// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <functional>
#include <string_view>

#include "modules/tabelas/api/release.hpp"

/// Vaccines: what may be given, to whom and where. Codes are those of the LEDI (e-SUS), not of the RNDS.
namespace aroeira::tabelas {

/// The release has some rule for the vaccine. One without rules is only copied from the citizen's card
/// (stRegistroAnterior).
bool may_be_given(std::int64_t imunobiologico, Release release);
/// The release lets the vaccine be given under the strategy, in the dose.
bool vaccine_rule_exists(std::int64_t imunobiologico, std::int64_t estrategia, std::int64_t dose, Release release);
/// The place of application fits the route; false when the release does not have the route.
bool place_fits_route(std::int64_t via, std::int64_t local, Release release);

/// "" when unknown.
std::string_view imunobiologico_name(std::int64_t code);
/// Calls `visit` with code, short name and name of each, in the order of the codes as texts.
void each_imunobiologico(const std::function<void(std::int64_t code, std::string_view sigla, std::string_view nome)>& visit);

/// By the number the RNDS gives to the maker.
bool is_fabricante(std::string_view rnds);
std::string_view fabricante_name(std::string_view rnds);  ///< "" when unknown.
void each_fabricante(const std::function<void(std::string_view rnds, std::string_view nome)>& visit);

/// The group may still be chosen for a vaccine given now; false when unknown.
bool is_grupo_atendimento_active(std::int64_t code);

}  // namespace aroeira::tabelas
