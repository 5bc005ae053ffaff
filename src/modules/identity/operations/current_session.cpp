// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/operations/current_session.hpp"

#include "modules/identity/operations/second_factor.hpp"

namespace aroeira::identity {

Result<SessaoDescrita> current_session(const Sessao& sessao, const Services& services) {
    return services.unit.read([&](Ports& ports) -> Result<SessaoDescrita> {
        SessaoDescrita described{.sessao = sessao, .acessos = {}};
        if (!sessao.usuario) return described;
        AROEIRA_TRY(const auto fator, ports.fatores.find(*sessao.usuario));
        described.second_factor = fator && fator->ativo;
        AROEIRA_TRY(described.sessao.falta_segundo_fator, lacks_second_factor(sessao, ports));
        AROEIRA_TRY(const auto acessos, ports.usuarios.acessos_of(*sessao.usuario));
        for (const auto& acesso : acessos) {
            AROEIRA_TRY(auto place, ports.places.describe(acesso.municipio, acesso.lotacao));
            described.acessos.push_back({acesso, std::move(place)});
        }
        return described;
    });
}

}  // namespace aroeira::identity
