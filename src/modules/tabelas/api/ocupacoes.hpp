// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string_view>

/// The Classificação Brasileira de Ocupações and what the LEDI lets each occupation do.
namespace aroeira::tabelas {

bool has_cbo(std::string_view cbo);
std::string_view cbo_title(std::string_view cbo);  ///< "" when unknown.
/// The CBO may sign a ficha of this type (tipoDadoSerializado).
bool cbo_may_sign(std::int64_t tipo, std::string_view cbo);
/// Until LEDI 8.3 only some CBOs could refer by CID-10.
bool cbo_may_refer_by_cid10(std::string_view cbo);
/// Who may prescribe an immunobiological of the special strategy.
bool is_cbo_prescritor(std::string_view cbo);

}  // namespace aroeira::tabelas
