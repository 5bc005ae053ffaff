// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "modules/tabelas/api/table.hpp"

/// Vaccines: what exists, and what may be combined.
namespace aroeira::tabelas {

bool is_imunobiologico(std::int64_t code);
/// Abbreviations such as "BCG" and "D1"; empty when unknown.
std::string_view imunobiologico_sigla(std::int64_t code);
std::string_view dose_sigla(std::int64_t code);

/// The strategy codes of the e-SUS and of the RNDS differ from 11 on.
bool is_estrategia(std::int64_t esus);
std::optional<std::int64_t> estrategia_rnds(std::int64_t esus);

/// Whether the vaccine rule table has (imunobiológico, e-SUS strategy, dose).
/// Source: LEDI 7.2.2, 841 combinations; what later releases changed is not public as a table
/// (docs/fontes.md). Cost: one binary search.
bool vaccine_rule_exists(std::int64_t imunobiologico, std::int64_t estrategia_esus, std::int64_t dose);
/// Whether some strategy and dose at all are listed for the vaccine.
bool has_vaccine_rules(std::int64_t imunobiologico);

bool is_fabricante(std::int64_t rnds);
std::string_view fabricante_label(std::int64_t rnds);

bool is_grupo_atendimento(std::int64_t code);
/// «Ativo» in the table; only active groups are taken for new data.
bool is_grupo_atendimento_active(std::int64_t code);

/// Whether the route may be given at the place.
bool via_local_allowed(std::int64_t via, std::int64_t local);

}  // namespace aroeira::tabelas
