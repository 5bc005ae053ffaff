// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/identity/api/passwords.hpp"
#include "modules/identity/operations/services.hpp"

namespace aroeira::identity {

/// «Redefinir senha» and «Desbloquear e redefinir senha», for who keeps professionals. Nobody resets the password of who
/// reaches further: not a municipal administrator the one of the installation, not a coordinator an administrator.
class PasswordDesk final : public Passwords {
public:
    explicit PasswordDesk(const Services& services) : services_(services) {}
    Result<SenhaRedefinida> redefine(const Granted<Permission::senhas_redefinir>& granted, const Ibge& municipio, const Cpf& cpf,
                                     std::string_view cns) override;
    Result<SenhaInicial> first() override;

private:
    const Services& services_;
};

}  // namespace aroeira::identity
