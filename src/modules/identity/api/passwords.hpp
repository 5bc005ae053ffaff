// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "modules/identity/api/granted.hpp"
#include "modules/identity/api/security.hpp"

namespace aroeira::identity {

/// With what somebody enters whose password another person reset. Source: our decision 1.
struct SenhaRedefinida {
    std::string codigo{};  ///< Of the one-time link; "" when the password is the CNS (or CPF) followed by "esus".
    Instant expira{};      ///< Of the link.
};

/// Passwords of others, for the modules that keep professionals. Opens its own transaction.
class Passwords {
public:
    virtual ~Passwords() = default;
    /// Unlocks the person of this CPF and gives a way to choose another password, as the installation says; her open
    /// sessions end. `cns` is "" for who has none.
    /// Errors: `not_found` ACESSO-0022; `forbidden` ACESSO-0042 when she reaches further than who asks.
    virtual Result<SenhaRedefinida> redefine(const Granted<Permission::senhas_redefinir>& granted, const Ibge& municipio, const Cpf& cpf,
                                             std::string_view cns) = 0;
    /// With what somebody enters who never chose a password. Errors: `unavailable` DB-0004.
    virtual Result<SenhaInicial> first() = 0;
};

}  // namespace aroeira::identity
