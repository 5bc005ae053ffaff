// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string_view>

#include "modules/tabelas/api/table.hpp"

/// The Classificação Brasileira de Ocupações and what the LEDI lets each occupation sign.
namespace aroeira::tabelas {

/// Known to the MTE, to DATASUS or to the LEDI. What the CNES import accepts.
bool is_cbo(std::string_view cbo);
/// In the list of the LEDI («CBO disponíveis»): what a shared professional may have.
bool is_cbo_of_ledi(std::string_view cbo);
std::string_view cbo_label(std::string_view cbo);

/// Whether the occupation may be the principal professional of a ficha of this tipo under this
/// version. Cuidado compartilhado (16) takes any CBO of the LEDI; an unknown tipo takes none.
/// Source: LEDI 7.2.2 «CBO por ficha»; 515335 in CI, CDT and AC since 8.4.0.
bool cbo_may_register(std::int64_t tipo, std::string_view cbo, LediVersion version);
/// Before 8.4.0 only these could refer by CID-10 in an atendimento individual.
bool cbo_may_refer_by_cid10(std::string_view cbo);
bool is_cbo_prescritor(std::string_view cbo);
/// Physicians (families 2231, 2251, 2252, 2253) and nurses (2235).
bool is_cbo_physician(std::string_view cbo);
bool is_cbo_nurse(std::string_view cbo);

}  // namespace aroeira::tabelas
