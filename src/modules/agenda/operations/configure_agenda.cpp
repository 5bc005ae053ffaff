// SPDX-License-Identifier: Apache-2.0
#include "modules/agenda/operations/configure_agenda.hpp"

namespace aroeira::agenda {

Result<AgendaVista> see_agenda(const AgendaGranted& granted, const std::optional<Ibge>& asked, std::string_view lotacao, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    return services.unit.read([&](Ports& ports) -> Result<AgendaVista> {
        AgendaVista seen;
        AROEIRA_TRY(seen.lotacao, reached(granted, municipio, lotacao, ports));
        AROEIRA_TRY(seen.vigente, vigente_of(seen.lotacao, municipio, ports));
        AROEIRA_TRY(seen.padrao, ports.padrao.of(municipio));
        seen.minutes = gestao::appointment_minutes(seen.padrao, seen.lotacao.intervalo_minutos);
        return seen;
    });
}

Result<void> save_agenda(const AgendaGranted& granted, const std::optional<Ibge>& asked, std::string_view lotacao, const Configuracao& chosen,
                         const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    return services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_CHECK(reached(granted, municipio, lotacao, ports));
        Configuracao kept{.versao = chosen.versao};
        AROEIRA_TRY(kept.periodos, checked(chosen.periodos));
        AROEIRA_CHECK(ports.agendas.save(municipio, lotacao, kept));
        return record(granted, municipio, "agenda", lotacao, chosen.versao == 0 ? "criado" : "alterado", ports);
    });
}

Result<std::vector<AgendaNaLista>> list_agendas(const AgendaGranted& granted, const std::optional<Ibge>& asked, std::string_view profissional,
                                                const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    return services.unit.read([&](Ports& ports) -> Result<std::vector<AgendaNaLista>> {
        AROEIRA_TRY(const auto lotacoes, ports.lotacoes.of_profissional(municipio, profissional));
        std::vector<AgendaNaLista> list;
        for (const auto& one : lotacoes) {
            if (!one.ativa || !reached(granted, municipio, one.id, ports)) continue;
            AROEIRA_TRY(const auto vigente, vigente_of(one, municipio, ports));
            AROEIRA_TRY(const auto online, ports.agendas.online(municipio, one.id));
            list.push_back({one.id, vigente.situacao, !online.horarios.empty()});
        }
        return list;
    });
}

}  // namespace aroeira::agenda
