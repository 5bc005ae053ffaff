// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/domain/lote_enviado.hpp"

namespace aroeira::transmission {

std::string_view name_of(SituacaoEnvio situacao) {
    switch (situacao) {
        case SituacaoEnvio::gerado: return "gerado";
        case SituacaoEnvio::salvo: return "salvo";
    }
    return {};
}

std::string_view name_of(AtoDoLote ato) {
    switch (ato) {
        case AtoDoLote::gerado: return "gerado";
        case AtoDoLote::salvo: return "salvo";
    }
    return {};
}

std::string file_name_of(const LoteEnviado& lote) {
    return "lote-" + std::string(lote.municipio.text()) + "-" + std::to_string(lote.numero) + ".zip";
}

}  // namespace aroeira::transmission
