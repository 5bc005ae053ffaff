// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/http/arrival_views.hpp"

namespace aroeira::transmission::views {

Chegada of(const ChegadaState& state, const ArrivalLimits& limits) {
    Chegada view{.lote = std::string(state.lote.text()), .situacao = std::string(name_of(state.situacao)), .recebidos = state.recebidos,
                 .parte_bytes_max = limits.part_bytes_max, .mensagem = state.mensagem};
    if (const auto& count = state.contagem)
        view.contagem = ContagemDoLote{count->recebidas, count->validas, count->invalidas, count->ilegiveis, count->repetidas};
    return view;
}

}  // namespace aroeira::transmission::views
