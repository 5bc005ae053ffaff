// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/http/views.hpp"

#include "modules/fichas/api/ficha.hpp"

namespace aroeira::fichas::views {
namespace {

std::string tipo_name(std::int64_t tipo) {
    const auto* found = find_tipo(tipo);
    return found ? std::string(found->nome) : "Tipo " + std::to_string(tipo);
}

}  // namespace

Lote of(const LoteRecebido& lote) {
    Lote view;
    view.id = lote.id.text();
    view.arquivo = lote.arquivo;
    view.tipo = name_of(lote.canal);
    view.recebido_ms = to_ms(lote.recebido);
    if (lote.processado) view.processado_ms = to_ms(*lote.processado);
    view.responsavel = lote.responsavel;
    view.situacao = name_of(lote.situacao);
    view.mensagem = lote.mensagem;
    view.tamanho = lote.tamanho;
    view.entradas = lote.entradas;
    view.recebidas = lote.contagem.recebidas;
    view.validas = lote.contagem.validas;
    view.invalidas = lote.contagem.invalidas;
    view.ilegiveis = lote.contagem.ilegiveis;
    view.repetidas = lote.contagem.repetidas;
    view.numero_originadora = lote.numero;
    if (!lote.trabalho.empty()) view.trabalho = lote.trabalho;
    return view;
}

Ficha of(const FichaResumo& ficha) {
    Ficha view;
    view.uuid = ficha.uuid;
    view.tipo = ficha.tipo;
    view.nome_tipo = tipo_name(ficha.tipo);
    view.cnes = ficha.cnes;
    if (!ficha.ine.empty()) view.ine = ficha.ine;
    view.competencia = ficha.competencia;
    view.situacao = ficha.situacao;
    view.versao_ledi = ficha.versao_ledi;
    view.versao = ficha.versao;
    view.erros = ficha.erros;
    return view;
}

Ficha of(const Ilegivel& unreadable) {
    Ficha view;
    view.uuid = unreadable.nome;
    view.nome_tipo = "Ilegível";
    view.situacao = name_of(Situacao::ilegivel);
    view.erros = 1;
    view.motivo = unreadable.motivo;
    return view;
}

std::vector<TotalTipo> of(const std::vector<TotalPorTipo>& totals) {
    std::vector<TotalTipo> views;
    for (const auto& total : totals)
        views.push_back({total.tipo, tipo_name(total.tipo), total.validas, total.invalidas});
    return views;
}

}  // namespace aroeira::fichas::views
