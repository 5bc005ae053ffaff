// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/estabelecimentos/operations/services.hpp"
#include "modules/identity/api/granted.hpp"

namespace aroeira::estabelecimentos {

/// The units (CNES) somebody coordinates with the perfil of her session; nothing for who works for the whole município.
Result<std::optional<std::vector<std::string>>> units_of(const identity::Actor& actor, const Ibge& municipio, Ports& ports);

/// Whether a coordinator may act on this professional: one who works, or worked, in her unit.
/// Errors: `forbidden` PROF-0007.
Result<void> require_reach(const identity::Actor& actor, const Ibge& municipio, std::string_view profissional, Ports& ports);
/// The same of a unit. Errors: `forbidden` PROF-0007.
Result<void> require_unit(const identity::Actor& actor, const Ibge& municipio, std::string_view cnes, Ports& ports);

}  // namespace aroeira::estabelecimentos
