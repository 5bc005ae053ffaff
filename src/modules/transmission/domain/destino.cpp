// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/domain/destino.hpp"

namespace aroeira::transmission {

std::string_view name_of(OrigemDestino origem) {
    switch (origem) {
        case OrigemDestino::nacional: return "nacional";
        case OrigemDestino::estadual: return "estadual";
        case OrigemDestino::adicionado: return "adicionado";
    }
    return {};
}

std::string_view name_of(Protocolo protocolo) {
    switch (protocolo) {
        case Protocolo::aroeira: return "aroeira";
        case Protocolo::ledi: return "ledi";
    }
    return {};
}

std::string_view name_of(SituacaoConexao situacao) {
    switch (situacao) {
        case SituacaoConexao::nao_testada: return "nao_testada";
        case SituacaoConexao::estabelecida: return "estabelecida";
        case SituacaoConexao::falhou: return "falhou";
    }
    return {};
}

}  // namespace aroeira::transmission
