// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/domain/importacao.hpp"

namespace aroeira::estabelecimentos {

std::string_view name_of(SituacaoImportacao situacao) {
    switch (situacao) {
        case SituacaoImportacao::aguardando: return "aguardando";
        case SituacaoImportacao::executando: return "executando";
        case SituacaoImportacao::concluida: return "concluida";
        case SituacaoImportacao::falhou: return "falhou";
        case SituacaoImportacao::cancelada: return "cancelada";
    }
    return {};
}

SituacaoImportacao situacao_of(std::string_view name) {
    for (const auto one : {SituacaoImportacao::aguardando, SituacaoImportacao::executando, SituacaoImportacao::concluida,
                           SituacaoImportacao::cancelada})
        if (name_of(one) == name) return one;
    return SituacaoImportacao::falhou;
}

}  // namespace aroeira::estabelecimentos
