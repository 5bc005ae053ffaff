// SPDX-License-Identifier: Apache-2.0
#include "modules/gestao/operations/agenda_padrao.hpp"

#include "modules/gestao/domain/agenda_padrao.hpp"

namespace aroeira::gestao {

Result<AgendaSeen> read_agenda(const MayGovern& granted, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio());
    return services.unit.read([&](Ports& ports) { return ports.agendas.seen(municipio); });
}

Result<AgendaSeen> save_agenda(const MayGovern& granted, const AgendaSeen& asked, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio());
    AROEIRA_TRY(const auto agenda, checked(asked.agenda));
    return services.unit.write([&](Ports& ports) -> Result<AgendaSeen> {
        AROEIRA_TRY(const auto before, ports.agendas.seen(municipio));
        AROEIRA_TRY(const bool saved, ports.agendas.save(municipio, agenda, asked.versao));
        if (!saved) return changed_meanwhile();
        if (!(before.agenda == agenda))
            AROEIRA_CHECK(record("agenda_padrao", municipio.text(),
                                 R"({"duracao":)" + std::to_string(agenda.appointment_minutes) + R"(,"periodos":)" + std::to_string(agenda.periodos.size()) + "}",
                                 granted.actor(), municipio, ports));
        return AgendaSeen{agenda, asked.versao + 1};
    });
}

}  // namespace aroeira::gestao
