// SPDX-License-Identifier: Apache-2.0
#include "modules/auditoria/http/views.hpp"

namespace aroeira::auditoria::views {

Evento of(EventLine line) {
    return {std::move(line.id), line.instant_ms, std::move(line.tipo), std::move(line.usuario), std::move(line.componente), std::move(line.registro),
            std::move(line.identificador), std::move(line.detalhes)};
}

TrilhaGerada of(const ListedTrilha& listed) {
    const auto& trilha = listed.trilha;
    return {.id = std::string(trilha.id.text()), .formato = std::string(name_of(trilha.formato)),
            .situacao = listed.expirada ? "expirada" : std::string(name_of(trilha.situacao)), .trabalho = trilha.trabalho, .motivo = trilha.motivo,
            .inicio = listed.filtros.inicio, .fim = listed.filtros.fim, .filtros = sentences_of(listed.filtros, listed.usuario), .gerada_por = listed.gerada_por,
            .eventos = trilha.eventos, .tamanho = trilha.tamanho, .soma = trilha.soma, .criada_ms = to_ms(trilha.criada), .expira_ms = to_ms(trilha.expira())};
}

}  // namespace aroeira::auditoria::views
