// SPDX-License-Identifier: Apache-2.0
#include "modules/instalacoes/operations/municipios.hpp"

namespace aroeira::instalacoes {

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

Result<MunicipioAtivo> activate_municipio(const identity::Granted<identity::Permission::municipios_gerenciar>& granted,
                                          const Ibge& ibge, const Services& services) {
    const auto national = services.national.find(ibge);
    if (!national)
        return Error{ErrorKind::not_found, "INST-0003", "Nenhum município tem este código IBGE. Confira os 7 dígitos.",
                     {{"INST-0003", "ibge", "Código desconhecido.", "Procure o município pelo nome."}}};
    const MunicipioAtivo municipio{ibge, national->nome, national->uf, national->fuso, national->utc_offset_minutes};
    AROEIRA_CHECK(services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(const bool fresh, ports.municipios.activate(municipio));
        if (!fresh) return {};
        AROEIRA_CHECK(services.reactions.municipio_activated(ports.session));
        return ports.trail.record({.event = audit::Event::municipio_ativado, .actor = granted.actor().key,
                                   .address = granted.actor().address, .entity = "municipio_ativo",
                                   .entity_id = std::string(ibge.text()), .municipio = std::string(ibge.text())});
    }));
    return municipio;
}

}  // namespace aroeira::instalacoes
