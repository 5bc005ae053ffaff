// SPDX-License-Identifier: Apache-2.0
#include "modules/instalacoes/operations/municipios.hpp"

namespace aroeira::instalacoes {
namespace {

MunicipioAtivo active_of(const Ibge& ibge, const NationalMunicipio& national) {
    return {ibge, national.nome, national.uf, national.fuso, national.utc_offset_minutes};
}

Result<void> activate(const MunicipioAtivo& municipio, const identity::Actor& actor, const Services& services, Ports& ports) {
    AROEIRA_TRY(const bool fresh, ports.municipios.activate(municipio));
    if (!fresh) return {};
    AROEIRA_CHECK(services.reactions.municipio_activated(ports.session));
    return ports.trail.record({.event = audit::Event::municipio_ativado, .actor = actor.key, .address = actor.address,
                               .entity = "municipio_ativo", .entity_id = std::string(municipio.ibge.text()),
                               .municipio = std::string(municipio.ibge.text())});
}

}  // namespace

Result<std::vector<MunicipioAtivo>> list_municipios(const identity::Granted<identity::Permission::municipios_ver>& granted,
                                                    const Services& services) {
    return services.unit.read([&](Ports& ports) -> Result<std::vector<MunicipioAtivo>> {
        const auto& mine = granted.actor().municipio;
        if (!mine) return ports.municipios.list();
        AROEIRA_TRY(auto found, ports.municipios.find(*mine));
        std::vector<MunicipioAtivo> one;
        if (found) one.push_back(std::move(*found));
        return one;
    });
}

Result<MunicipioAtivo> make_active(const Ibge& ibge, const identity::Actor& actor, const Services& services, Ports& ports) {
    const auto national = services.national.find(ibge);
    if (!national)
        return Error{ErrorKind::not_found, "INST-0003", "Nenhum município tem este código IBGE. Confira os 7 dígitos.",
                     {{"INST-0003", "ibge", "Código desconhecido.", "Procure o município pelo nome."}}};
    auto municipio = active_of(ibge, *national);
    AROEIRA_CHECK(activate(municipio, actor, services, ports));
    return municipio;
}

Result<MunicipioAtivo> activate_municipio(const identity::Granted<identity::Permission::municipios_gerenciar>& granted,
                                          const Ibge& ibge, const Services& services) {
    return services.unit.write([&](Ports& ports) { return make_active(ibge, granted.actor(), services, ports); });
}

Result<bool> activate_for_arrival(const Ibge& ibge, const identity::Actor& actor, const Services& services, Ports& ports) {
    AROEIRA_TRY(const auto card, ports.settings.card());
    const auto national = services.national.find(ibge);
    if (!national || !is_central(card.tipo)) return false;
    if (card.tipo == TipoInstalacao::centralizador_estadual && card.uf != national->uf) return false;
    AROEIRA_CHECK(activate(active_of(ibge, *national), actor, services, ports));
    return true;
}

}  // namespace aroeira::instalacoes
