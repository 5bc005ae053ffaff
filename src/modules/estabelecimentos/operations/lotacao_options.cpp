// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/operations/lotacao_options.hpp"

#include <algorithm>

#include "modules/estabelecimentos/operations/acessos.hpp"
#include "modules/estabelecimentos/operations/reach.hpp"

namespace aroeira::estabelecimentos {

Result<LotacaoOptions> lotacao_options(const LotacoesGranted& granted, const std::optional<Ibge>& asked, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    return services.unit.read([&](Ports& ports) -> Result<LotacaoOptions> {
        LotacaoOptions options;
        AROEIRA_TRY(const auto own, units_of(granted.actor(), municipio, ports));
        AROEIRA_TRY(options.unidades, ports.unidades.active(municipio));
        if (own)
            std::erase_if(options.unidades, [&](const UnidadeNaLista& one) { return std::find(own->begin(), own->end(), one.cnes) == own->end(); });
        AROEIRA_TRY(const auto decided, ports.cbos.decided(municipio));
        options.cbos = available_of(decided);
        AROEIRA_TRY(options.perfis, ports.people.perfis_of_lotacao(municipio));
        return options;
    });
}

Result<LotacaoSuggestion> suggest_lotacao(const LotacoesGranted& granted, const std::optional<Ibge>& asked, const DadosLotacao& chosen,
                                          const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    return services.unit.read([&](Ports& ports) -> Result<LotacaoSuggestion> {
        AROEIRA_CHECK(require_unit(granted.actor(), municipio, chosen.cnes, ports));
        LotacaoSuggestion suggestion;
        AROEIRA_TRY(suggestion.equipes, ports.unidades.equipes(municipio, chosen.cnes, false));
        if (chosen.cbo.empty()) return suggestion;
        std::string tipo;
        if (!chosen.ine.empty()) {
            AROEIRA_TRY(const auto equipe, ports.unidades.find_equipe(municipio, chosen.cnes, chosen.ine));
            if (equipe) tipo = equipe->tipo_codigo;
        }
        suggestion.perfis = suggested_perfis(chosen.cbo, tipo);
        return suggestion;
    });
}

}  // namespace aroeira::estabelecimentos
