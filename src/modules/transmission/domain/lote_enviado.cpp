// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/domain/lote_enviado.hpp"

namespace aroeira::transmission {

std::string_view name_of(SituacaoEnvio situacao) {
    switch (situacao) {
        case SituacaoEnvio::gerado: return "gerado";
        case SituacaoEnvio::salvo: return "salvo";
        case SituacaoEnvio::enviando: return "enviando";
        case SituacaoEnvio::enviado: return "enviado";
        case SituacaoEnvio::concluido: return "concluido";
        case SituacaoEnvio::parado: return "parado";
    }
    return {};
}

std::string_view name_of(AtoDoLote ato) {
    switch (ato) {
        case AtoDoLote::gerado: return "gerado";
        case AtoDoLote::salvo: return "salvo";
        case AtoDoLote::marcado: return "marcado";
        case AtoDoLote::iniciado: return "iniciado";
        case AtoDoLote::enviado: return "enviado";
        case AtoDoLote::concluido: return "concluido";
        case AtoDoLote::parado: return "parado";
        case AtoDoLote::perdido: return "perdido";
    }
    return {};
}

std::string file_name_of(const LoteEnviado& lote) {
    return "lote-" + std::string(lote.municipio.text()) + "-" + std::to_string(lote.numero) + ".zip";
}

}  // namespace aroeira::transmission
