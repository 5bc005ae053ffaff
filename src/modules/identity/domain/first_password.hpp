// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/identity/api/security.hpp"
#include "modules/identity/domain/usuario.hpp"

namespace aroeira::identity {

/// Nobody chose a password for this person yet, and she never entered.
inline bool waits_for_first_password(const Usuario& one) {
    return one.ativo && one.senha.empty() && one.senha_anterior.empty() && !one.ultimo_acesso;
}

/// The password of `SenhaInicial::cns_esus`: the CNS, or the CPF of who has none, followed by "esus".
/// Source: manual PEC 3.5.1; our decision 1.
inline std::string first_password(const Cpf& cpf, std::string_view cns) { return std::string(cns.empty() ? cpf.text() : cns) + "esus"; }

}  // namespace aroeira::identity
