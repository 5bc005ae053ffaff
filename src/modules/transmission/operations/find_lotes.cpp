// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/find_lotes.hpp"

#include "modules/transmission/operations/hours.hpp"

namespace aroeira::transmission {
namespace {

constexpr std::int64_t kFichasInPage = 30;

/// When a lote that waits is tried next, if not now.
void tell_next(LoteEnviado& lote, const Hours& hours, Instant now) {
    if (!waits_to_be_sent(lote.situacao) || !lote.destino.online) return;
    const auto& given = lote.destino.tentativas.proxima;
    const auto from = std::max(now, given.value_or(now));
    const auto at = lote.enviar_ja || lote.situacao == SituacaoEnvio::enviando ? from : hours.open_from(lote.destino.janela, lote.municipio, from);
    if (at > now) lote.proxima = at;
    if (lote.causa.empty()) lote.causa = lote.destino.tentativas.causa;
}

std::int64_t count_of(const LoteEnviado& lote, QuaisFichas which) {
    switch (which) {
        case QuaisFichas::todas: return lote.fichas;
        case QuaisFichas::pendentes: return lote.fichas - lote.aceitas - lote.rejeitadas;
        case QuaisFichas::aceitas: return lote.aceitas;
        case QuaisFichas::rejeitadas: return lote.rejeitadas;
    }
    return 0;
}

}  // namespace

Result<LotesEnviados> list_lotes(const MayManage& granted, const std::optional<Ibge>& asked, const LoteEnviadoFilter& filter,
                                 const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    return services.unit.read([&](Ports& ports) -> Result<LotesEnviados> {
        AROEIRA_TRY(auto page, ports.lotes.list(municipio, filter));
        AROEIRA_TRY(const auto hours, Hours::read(ports));
        for (auto& lote : page.items) tell_next(lote, hours, services.clock.now());
        return page;
    });
}

Result<FichasEnviadas> list_fichas(const MayManage& granted, const std::optional<Ibge>& asked, const LoteEnviadoId& id, QuaisFichas which,
                                   std::int64_t page, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    return services.unit.read([&](Ports& ports) -> Result<FichasEnviadas> {
        AROEIRA_TRY(const auto lote, ports.lotes.find(municipio, id));
        AROEIRA_TRY(auto items, ports.envio.page_of_fichas(lote, which, page, kFichasInPage));
        return FichasEnviadas{std::move(items), count_of(lote, which)};
    });
}

Result<LoteComHistorico> find_lote(const MayManage& granted, const std::optional<Ibge>& asked, const LoteEnviadoId& id,
                                   const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    return services.unit.read([&](Ports& ports) -> Result<LoteComHistorico> {
        AROEIRA_TRY(auto lote, ports.lotes.find(municipio, id));
        AROEIRA_TRY(const auto hours, Hours::read(ports));
        tell_next(lote, hours, services.clock.now());
        AROEIRA_TRY(auto history, ports.lotes.history(municipio, id));
        return LoteComHistorico{std::move(lote), std::move(history)};
    });
}

}  // namespace aroeira::transmission
