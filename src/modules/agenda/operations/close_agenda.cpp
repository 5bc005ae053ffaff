// SPDX-License-Identifier: Apache-2.0
#include "modules/agenda/operations/close_agenda.hpp"

namespace aroeira::agenda {

Result<std::vector<Fechamento>> list_fechamentos(const AgendaGranted& granted, const std::optional<Ibge>& asked, std::string_view lotacao,
                                                 const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    return services.unit.read([&](Ports& ports) -> Result<std::vector<Fechamento>> {
        AROEIRA_CHECK(reached(granted, municipio, lotacao, ports));
        return ports.agendas.fechamentos(municipio, lotacao);
    });
}

Result<Fechamento> add_fechamento(const AgendaGranted& granted, const std::optional<Ibge>& asked, std::string_view lotacao,
                                  const NewFechamento& fresh, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    const Fechamento typed{services.ids.make<Fechamento>(), fresh.inicio, fresh.fim, fresh.motivo, fresh.especificacao, services.clock.now()};
    return services.unit.write([&](Ports& ports) -> Result<Fechamento> {
        AROEIRA_CHECK(reached(granted, municipio, lotacao, ports));
        AROEIRA_TRY(auto one, checked(typed));
        AROEIRA_TRY(const bool closed, ports.agendas.closed_in(municipio, lotacao, one.inicio, one.fim));
        if (closed)
            return Error{ErrorKind::invalid_input, "AGENDA-0005", "A agenda já está fechada em parte destes dias.",
                         {{"AGENDA-0005", "inicio", "Há outro fechamento nestes dias.", "Mude as datas, ou exclua o outro."}}};
        AROEIRA_CHECK(ports.agendas.insert(municipio, lotacao, one));
        AROEIRA_CHECK(record(granted, municipio, "agenda_fechamento", one.id.text(), "criado", ports));
        return one;
    });
}

Result<void> remove_fechamento(const AgendaGranted& granted, const std::optional<Ibge>& asked, std::string_view lotacao, const FechamentoId& id,
                               const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    return services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_CHECK(reached(granted, municipio, lotacao, ports));
        AROEIRA_TRY(const bool there, ports.agendas.remove(municipio, lotacao, id));
        if (!there) return Error{ErrorKind::not_found, "AGENDA-0006", "Este fechamento não existe mais."};
        return record(granted, municipio, "agenda_fechamento", id.text(), "excluido", ports);
    });
}

}  // namespace aroeira::agenda
