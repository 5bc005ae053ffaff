// SPDX-License-Identifier: Apache-2.0
#include "modules/auditoria/domain/trilha.hpp"

namespace aroeira::auditoria {

std::string_view name_of(Formato formato) { return formato == Formato::csv ? "csv" : "pdf"; }

std::string_view name_of(Situacao situacao) {
    switch (situacao) {
        case Situacao::gerando: return "gerando";
        case Situacao::concluida: return "concluida";
        case Situacao::falhou: return "falhou";
        case Situacao::cancelada: return "cancelada";
    }
    return {};
}

std::optional<Formato> formato_of(std::string_view name) {
    for (const auto one : {Formato::csv, Formato::pdf})
        if (name_of(one) == name) return one;
    return std::nullopt;
}

std::optional<Situacao> situacao_of(std::string_view name) {
    for (const auto one : {Situacao::gerando, Situacao::concluida, Situacao::falhou, Situacao::cancelada})
        if (name_of(one) == name) return one;
    return std::nullopt;
}

}  // namespace aroeira::auditoria
