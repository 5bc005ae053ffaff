// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string_view>

#include "modules/fichas/domain/ledi/values.hpp"

/// What the rules of the vaccination ask of the national tables.
namespace aroeira::fichas::ledi::national {

/// The release lets the vaccine be given at all; the others are only copied from the citizen's card.
bool may_be_given(std::int64_t imunobiologico, const Version& version);
/// The release lets the vaccine be given under the strategy, in the dose.
bool has_vaccine_rule(std::int64_t imunobiologico, std::int64_t estrategia, std::int64_t dose, const Version& version);
/// The place of application is one of those of the route.
bool place_fits_route(std::int64_t via, std::int64_t local, const Version& version);
bool has_fabricante(std::string_view rnds);
/// The group may still be chosen for a vaccine given now.
bool is_grupo_active(std::int64_t grupo);
/// The occupation may prescribe a vaccine of the special strategy.
bool is_prescritor(std::string_view cbo);

}  // namespace aroeira::fichas::ledi::national
