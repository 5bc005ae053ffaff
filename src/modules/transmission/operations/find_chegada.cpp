// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/find_chegada.hpp"

namespace aroeira::transmission {

Result<ChegadaState> state_of(const Chegada& chegada, ArrivalPorts& ports) {
    const auto& lote = chegada.anuncio.lote;
    ChegadaState state{.lote = lote, .recebidos = chegada.recebidos};
    if (!chegada.confirmado) return state;
    state.situacao = SituacaoChegada::confirmado;
    AROEIRA_TRY(const auto accepted, ports.lotes.find(chegada.anuncio.municipio, lote));
    if (!accepted) return state;
    if (accepted->situacao == fichas::SituacaoLote::processado) {
        state.situacao = SituacaoChegada::processado;
        state.contagem = accepted->contagem;
    } else if (accepted->situacao == fichas::SituacaoLote::falhou) {
        state.situacao = SituacaoChegada::falhou;
        state.mensagem = accepted->mensagem;
    }
    return state;
}

Result<Chegada> own_chegada(const identity::Actor& actor, const Ibge& municipio, const fichas::LoteId& lote, ArrivalPorts& ports) {
    AROEIRA_TRY(auto found, ports.chegadas.find(municipio, lote));
    if (!found || found->credencial != actor.key)
        return Error{ErrorKind::not_found, "TRANS-0025", "Este lote não foi anunciado por esta credencial. Anuncie-o antes de enviar as partes."};
    return std::move(*found);
}

Result<ChegadaState> find_chegada(const MayReceive& granted, const std::optional<Ibge>& asked, const fichas::LoteId& lote,
                                  const ArrivalServices& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    return services.unit.read([&](ArrivalPorts& ports) -> Result<ChegadaState> {
        AROEIRA_TRY(const auto chegada, own_chegada(granted.actor(), municipio, lote, ports));
        return state_of(chegada, ports);
    });
}

}  // namespace aroeira::transmission
