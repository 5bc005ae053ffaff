// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/operations/redefine_password.hpp"

#include "modules/estabelecimentos/operations/reach.hpp"

namespace aroeira::estabelecimentos {

Result<identity::SenhaRedefinida> redefine_password(const identity::Granted<identity::Permission::senhas_redefinir>& granted,
                                                    const std::optional<Ibge>& asked, std::string_view profissional, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    AROEIRA_TRY(const auto person, services.unit.read([&](Ports& ports) -> Result<ProfissionalCadastrado> {
        AROEIRA_TRY(auto found, ports.profissionais.find(municipio, profissional));
        if (!found) return Error{ErrorKind::not_found, "PROF-0001", "Este profissional não existe neste município."};
        AROEIRA_CHECK(require_reach(granted.actor(), municipio, profissional, ports));
        return std::move(*found);
    }));
    AROEIRA_TRY(const auto cpf, Cpf::parse(person.dados.cpf));
    return services.passwords.redefine(granted, municipio, cpf, person.dados.cns);
}

}  // namespace aroeira::estabelecimentos
