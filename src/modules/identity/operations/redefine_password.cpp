// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/operations/redefine_password.hpp"

#include <algorithm>

#include "modules/identity/domain/first_password.hpp"
#include "modules/identity/domain/reach.hpp"
#include "modules/identity/operations/manage_usuarios.hpp"

namespace aroeira::identity {
namespace {

/// Whether every acesso of the person lies within what the actor works for: a município, or lotações of it.
Result<bool> within(const Actor& actor, const std::vector<Acesso>& acessos, Ports& ports) {
    if (!actor.municipio) return true;
    std::vector<Acesso> own;
    if (const auto id = UsuarioId::parse(actor.key)) {
        AROEIRA_TRY(own, ports.usuarios.acessos_of(*id));
    }
    const bool coordinates = lotacoes_of(actor, own).has_value();
    return std::all_of(acessos.begin(), acessos.end(), [&](const Acesso& one) {
        return one.municipio == actor.municipio && (!coordinates || one.lotacao);
    });
}

}  // namespace

Result<SenhaInicial> PasswordDesk::first() {
    AROEIRA_TRY(const auto policy, services_.unit.read([](Ports& ports) { return ports.settings.policy(); }));
    return policy.senha_inicial;
}

Result<SenhaRedefinida> PasswordDesk::redefine(const Granted<Permission::senhas_redefinir>& granted, const Ibge&, const Cpf& cpf,
                                               std::string_view cns) {
    AROEIRA_TRY(const auto policy, services_.unit.read([](Ports& ports) { return ports.settings.policy(); }));
    SenhaRedefinida done;
    std::string senha;
    if (policy.senha_inicial == SenhaInicial::cns_esus) {
        AROEIRA_TRY(senha, services_.secrets.hash_password(first_password(cpf, cns)));
    } else {
        done = {.codigo = services_.secrets.token(), .expira = services_.clock.now() + kInviteLasts};
    }
    AROEIRA_CHECK(services_.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(auto usuario, ports.usuarios.find_by_cpf(cpf));
        if (!usuario) return Error{ErrorKind::not_found, "ACESSO-0022", "Nenhum usuário tem este CPF. Confira os dígitos."};
        AROEIRA_TRY(const auto acessos, ports.usuarios.acessos_of(usuario->id));
        AROEIRA_TRY(const bool reaches, within(granted.actor(), acessos, ports));
        if (!reaches)
            return Error{ErrorKind::forbidden, "ACESSO-0042",
                         "Esta pessoa tem acessos que o seu não alcança. Peça a quem administra o município ou a instalação."};
        if (!senha.empty()) return unlock(*usuario, senha, granted.actor(), ports, services_);
        return unlock_and_invite(*usuario, hash_of_token(done.codigo), granted.actor(), ports, services_);
    }));
    return done;
}

}  // namespace aroeira::identity
