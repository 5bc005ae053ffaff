// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/recebimento.hpp"

namespace aroeira::fichas {

std::string_view name_of(Canal canal) {
    switch (canal) {
        case Canal::arquivo: return "arquivo";
        case Canal::online: return "online";
    }
    return {};
}

std::string_view name_of(SituacaoLote situacao) {
    switch (situacao) {
        case SituacaoLote::aguardando: return "aguardando";
        case SituacaoLote::processando: return "processando";
        case SituacaoLote::processado: return "processado";
        case SituacaoLote::falhou: return "falhou";
    }
    return {};
}

std::string_view name_of(Situacao situacao) {
    switch (situacao) {
        case Situacao::valida: return "valida";
        case Situacao::invalida: return "invalida";
        case Situacao::ilegivel: return "ilegivel";
    }
    return {};
}

Error lote_ended() {
    return {ErrorKind::conflict, "RECEB-0012", "O processamento deste lote foi cancelado ou falhou. Envie o arquivo de novo."};
}

}  // namespace aroeira::fichas
