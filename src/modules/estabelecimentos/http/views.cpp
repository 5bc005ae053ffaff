// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/http/views.hpp"

namespace aroeira::estabelecimentos::views {

Importacao of(const estabelecimentos::Importacao& one, std::string municipio_nome) {
    Importacao view{.id = std::string(one.id.text()), .municipio = std::string(one.municipio.text()), .municipio_nome = std::move(municipio_nome)};
    view.arquivo = one.arquivo;
    view.versao = one.versao;
    view.data_arquivo = one.data_arquivo;
    view.simulada = one.simulada;
    view.situacao = name_of(one.situacao);
    view.mensagem = one.mensagem;
    view.iniciada_ms = to_ms(one.iniciada);
    if (one.concluida) view.concluida_ms = to_ms(*one.concluida);
    view.responsavel = one.responsavel;
    if (!one.trabalho.empty()) view.trabalho = one.trabalho;
    return view;
}

Result<ImportacaoCompleta> whole_of(const estabelecimentos::Importacao& one, std::string municipio_nome) {
    Relatorio report;
    if (!one.relatorio.empty()) {
        AROEIRA_TRY(report, json::parse<Relatorio>(one.relatorio));
    }
    ImportacaoCompleta view;
    static_cast<Importacao&>(view) = of(one, std::move(municipio_nome));
    static_cast<Relatorio&>(view) = std::move(report);
    return view;
}

}  // namespace aroeira::estabelecimentos::views
