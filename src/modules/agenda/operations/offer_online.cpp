// SPDX-License-Identifier: Apache-2.0
#include "modules/agenda/operations/offer_online.hpp"

#include <algorithm>

namespace aroeira::agenda {
namespace {

/// The hours there are to offer.
Result<OnlineVista> grid_of(const AgendaGranted& granted, const Ibge& municipio, std::string_view lotacao, Ports& ports) {
    OnlineVista seen;
    AROEIRA_TRY(seen.lotacao, reached(granted, municipio, lotacao, ports));
    if (seen.lotacao.profissional_manual)
        return Error{ErrorKind::conflict, "AGENDA-0007",
                     "Não é possível configurar o agendamento online para profissionais que são inseridos manualmente. Inclua-o no SCNES e importe o arquivo."};
    AROEIRA_TRY(const auto vigente, vigente_of(seen.lotacao, municipio, ports));
    if (vigente.situacao == Situacao::nenhuma)
        return Error{ErrorKind::conflict, "AGENDA-0009", "Esta lotação ainda não tem agenda. Use «Criar configuração de agenda» antes."};
    AROEIRA_TRY(const auto padrao, ports.padrao.of(municipio));
    seen.minutes = gestao::appointment_minutes(padrao, seen.lotacao.intervalo_minutos);
    seen.horarios = horarios_of(vigente.configuracao.periodos, seen.minutes);
    return seen;
}

bool has(const std::vector<Horario>& sorted, const Horario& one) { return std::binary_search(sorted.begin(), sorted.end(), one); }

}  // namespace

Result<OnlineVista> see_online(const AgendaGranted& granted, const std::optional<Ibge>& asked, std::string_view lotacao, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    return services.unit.read([&](Ports& ports) -> Result<OnlineVista> {
        AROEIRA_TRY(auto seen, grid_of(granted, municipio, lotacao, ports));
        AROEIRA_TRY(auto kept, ports.agendas.online(municipio, lotacao));
        seen.versao = kept.versao;
        // The agenda may have changed since: what it no longer has is not offered.
        for (const auto& one : kept.horarios)
            if (has(seen.horarios, one)) seen.oferecidos.push_back(one);
        return seen;
    });
}

Result<void> save_online(const AgendaGranted& granted, const std::optional<Ibge>& asked, std::string_view lotacao, const Online& chosen,
                         const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    return services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(const auto seen, grid_of(granted, municipio, lotacao, ports));
        Online kept = chosen;
        std::sort(kept.horarios.begin(), kept.horarios.end());
        kept.horarios.erase(std::unique(kept.horarios.begin(), kept.horarios.end()), kept.horarios.end());
        if (!std::all_of(kept.horarios.begin(), kept.horarios.end(), [&](const Horario& one) { return has(seen.horarios, one); }))
            return Error{ErrorKind::invalid_input, "AGENDA-0008", "Um dos horários não é da agenda deste profissional. Recarregue a tela.", {}};
        AROEIRA_CHECK(ports.agendas.save_online(municipio, lotacao, kept));
        return record(granted, municipio, "agenda_online", lotacao, "alterado", ports);
    });
}

}  // namespace aroeira::agenda
