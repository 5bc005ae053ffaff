// SPDX-License-Identifier: Apache-2.0
#include "modules/agenda/operations/reached.hpp"

#include <algorithm>

namespace aroeira::agenda {

Result<estabelecimentos::LotacaoResumo> reached(const AgendaGranted& granted, const Ibge& municipio, std::string_view lotacao, Ports& ports) {
    AROEIRA_TRY(auto found, ports.lotacoes.summary(municipio, lotacao));
    if (!found || !found->ativa) return Error{ErrorKind::not_found, "AGENDA-0001", "Esta lotação não existe ou está inativa."};
    AROEIRA_TRY(const auto own, ports.people.lotacoes_of(granted.actor()));
    if (!own) return std::move(*found);
    for (const auto& id : *own) {
        AROEIRA_TRY(const auto here, ports.lotacoes.summary(municipio, id));
        if (here && here->ativa && here->cnes == found->cnes) return std::move(*found);
    }
    return Error{ErrorKind::forbidden, "AGENDA-0004", "Seu acesso alcança só as agendas da sua unidade de saúde."};
}

Result<Vigente> vigente_of(const estabelecimentos::LotacaoResumo& lotacao, const Ibge& municipio, Ports& ports) {
    AROEIRA_TRY(auto chosen, ports.agendas.find(municipio, lotacao.id));
    if (chosen) return Vigente{std::move(*chosen), Situacao::configurada};
    AROEIRA_TRY(const auto all, ports.lotacoes.of_profissional(municipio, lotacao.profissional));
    const auto active = std::count_if(all.begin(), all.end(), [](const auto& one) { return one.ativa; });
    if (active != 1 || !lotacao.ativa) return Vigente{};
    AROEIRA_TRY(const auto padrao, ports.padrao.of(municipio));
    return Vigente{{.periodos = padrao.periodos}, Situacao::automatica};
}

Result<void> record(const AgendaGranted& granted, const Ibge& municipio, std::string_view entity, std::string_view id, std::string_view act, Ports& ports) {
    return ports.trail.record({.event = audit::Event::operacao_no_banco, .actor = granted.actor().key, .address = granted.actor().address, .entity = std::string(entity),
                               .entity_id = std::string(id), .municipio = std::string(municipio.text()),
                               .details = R"({"ato":")" + std::string(act) + R"("})"});
}

}  // namespace aroeira::agenda
