// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/operations/choose_acesso.hpp"

#include <algorithm>

namespace aroeira::identity {
namespace {

Error not_hers() {
    return {ErrorKind::forbidden, "ACESSO-0015", "Este acesso não é seu ou foi inativado. Escolha um da lista."};
}

}  // namespace

Result<Entered> choose_acesso(const Sessao& sessao, const AcessoId& acesso, std::string_view address, const Services& services) {
    bool refused = false;
    auto entered = services.unit.write([&](Ports& ports) -> Result<Entered> {
        AROEIRA_TRY(const auto acessos, ports.usuarios.acessos_of(*sessao.usuario));
        const auto chosen = std::find_if(acessos.begin(), acessos.end(), [&](const Acesso& a) { return a.id == acesso; });
        refused = chosen == acessos.end();
        if (refused) return not_hers();
        Sessao renewed = sessao;
        AROEIRA_CHECK(work_with(renewed, *chosen, ports, services));
        AROEIRA_TRY(auto done, renew_session(std::move(renewed), ports, services));
        audit::Entry entry{.event = audit::Event::acesso_escolhido, .actor = sessao.key(), .address = std::string(address),
                           .entity = "acesso", .entity_id = std::string(acesso.text())};
        if (chosen->municipio) entry.municipio = std::string(chosen->municipio->text());
        AROEIRA_CHECK(ports.trail.record(entry));
        return done;
    });
    if (refused)
        AROEIRA_CHECK(services.unit.write([&](Ports& ports) {
            return ports.trail.record({.event = audit::Event::acesso_negado, .actor = sessao.key(), .address = std::string(address),
                                       .entity = "acesso", .entity_id = std::string(acesso.text()),
                                       .details = R"({"motivo":"acesso_de_outro"})"});
        }));
    if (entered) services.seen.forget(sessao.token_hash);
    return entered;
}

}  // namespace aroeira::identity
