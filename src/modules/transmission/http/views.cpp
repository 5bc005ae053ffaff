// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/http/views.hpp"

namespace aroeira::transmission::views {

LoteEnviado of(const transmission::LoteEnviado& lote) {
    return {.id = std::string(lote.id.text()), .numero = lote.numero, .destino = std::string(lote.destino.id.text()),
            .destino_nome = lote.destino.nome, .situacao = std::string(name_of(lote.situacao)), .arquivo = file_name_of(lote),
            .fichas = lote.fichas, .tamanho = lote.tamanho, .sha256 = lote.sha256, .criado_ms = to_ms(lote.criado),
            .responsavel = lote.responsavel};
}

LoteEnviadoComHistorico of(const LoteComHistorico& found) {
    LoteEnviadoComHistorico view{.lote = of(found.lote)};
    for (const auto& line : found.historico) view.historico.push_back({to_ms(line.em), std::string(name_of(line.ato)), line.responsavel});
    return view;
}

}  // namespace aroeira::transmission::views
