// SPDX-License-Identifier: Apache-2.0
#include "modules/relatorios/http/views.hpp"

#include "modules/instalacoes/api/clock_time.hpp"
#include "modules/tabelas/api/ocupacoes.hpp"
#include "platform/csv/csv.hpp"

namespace aroeira::relatorios::views {
namespace {

std::string especie_of(const relatorios::Relatorio& relatorio) { return relatorio.especie == Especie::consolidado ? "consolidado" : "producao"; }

std::optional<std::int64_t> ms_of(const std::optional<Instant>& at) {
    if (!at) return std::nullopt;
    return to_ms(*at);
}

/// "2269741 - UBS Centro"; the code alone when nobody has a name for it.
std::string with_name(const std::string& code, const std::map<std::string, std::string>& names) {
    const auto found = names.find(code);
    return found == names.end() || code.empty() ? code : code + " - " + found->second;
}

std::string cbo_in_words(const std::string& cbo) {
    const auto title = tabelas::cbo_title(cbo);
    return title.empty() ? cbo : cbo + " - " + std::string(title);
}

std::optional<std::string> id_of(const std::optional<jobs::TrabalhoId>& id) {
    if (!id) return std::nullopt;
    return std::string(id->text());
}

}  // namespace

Relatorios catalogue(const Contador& contador) {
    Relatorios view;
    for (const auto* one : all_relatorios()) {
        Relatorio row{.codigo = std::string(one->codigo), .nome = std::string(one->nome), .especie = especie_of(*one)};
        for (const auto& grupo : contador.grupos(*one)) row.grupos.push_back({std::string(grupo.codigo), std::string(grupo.titulo)});
        view.itens.push_back(std::move(row));
    }
    return view;
}

Escolhas of(const relatorios::Escolhas& choices) {
    Escolhas view{.alcance = std::string(name_of(choices.alcance.tipo)), .processado_ms = ms_of(choices.processado)};
    for (const auto& one : choices.unidades) view.unidades.push_back({one.cnes, one.nome});
    for (const auto& one : choices.equipes) view.equipes.push_back({one.cnes, one.ine, one.nome});
    for (const auto& cbo : choices.cbos) view.categorias.push_back({cbo, std::string(tabelas::cbo_title(cbo))});
    return view;
}

// A professional is shown by name: the CNS stays here.
Lotacao named(const LotacaoDoResultado& lotacao, const Consulta& consulta) {
    const auto found = consulta.profissionais.find(lotacao.profissional);
    return {with_name(lotacao.cnes, consulta.unidades), with_name(lotacao.ine, consulta.equipes),
            found == consulta.profissionais.end() ? "Profissional fora do cadastro" : found->second, cbo_in_words(lotacao.cbo)};
}

Resultado of(const Consulta& consulta) {
    Resultado view{.codigo = std::string(consulta.relatorio->codigo), .nome = std::string(consulta.relatorio->nome),
                   .processado_ms = ms_of(consulta.processado)};
    const bool analitico = !consulta.resultado.lotacoes.empty();
    for (const auto& grupo : consulta.resultado.grupos) {
        GrupoDoResultado out{.codigo = grupo.codigo, .titulo = grupo.titulo, .colunas = grupo.colunas};
        out.total = grupo.total;
        for (const auto& linha : grupo.linhas)
            out.linhas.push_back({analitico ? std::optional(static_cast<std::int64_t>(linha.lotacao)) : std::nullopt, linha.codigo, linha.rotulo,
                                  linha.valores, linha.total});
        view.grupos.push_back(std::move(out));
    }
    for (const auto& lotacao : consulta.resultado.lotacoes) view.lotacoes.push_back(named(lotacao, consulta));
    return view;
}

FatorDoRelatorio of(const relatorios::FatorDoRelatorio& line) {
    return {std::string(line.relatorio->codigo), std::string(line.relatorio->nome), especie_of(*line.relatorio),
            static_cast<std::int64_t>(line.grupos), line.fator.fator, line.fator.versao};
}

Processamento of(const Estado& estado) {
    Processamento view{.horario = instalacoes::clock_text(estado.hora_minutes)};
    for (const auto& one : estado.municipios)
        view.municipios.push_back({std::string(one.municipio.ibge.text()), one.municipio.nome, ms_of(one.processamento.processado),
                                   ms_of(one.processamento.marcado), one.processamento.marcadas});
    view.marcacao = id_of(estado.marcacao);
    view.processamento = id_of(estado.processamento);
    return view;
}

std::string csv_of(const Consulta& consulta, Forma forma) {
    std::string text;
    csv::Writer out(text);
    const bool analitico = forma == Forma::analitico;
    if (analitico) {
        out.row({"Unidade", "Equipe", "Profissional", "CBO", "Grupo", "Linha", "Coluna", "Quantidade"});
    } else {
        out.row({"Grupo", "Linha", forma == Forma::mensal ? "Mês" : "Coluna", "Quantidade"});
    }
    std::vector<Lotacao> lotacoes;
    for (const auto& one : consulta.resultado.lotacoes) lotacoes.push_back(named(one, consulta));
    for (const auto& grupo : consulta.resultado.grupos)
        for (const auto& linha : grupo.linhas)
            for (std::size_t i = 0; i < linha.valores.size(); ++i) {
                if (analitico) {
                    const auto& who = lotacoes.at(linha.lotacao);
                    out.row({who.unidade, who.equipe, who.profissional, who.cbo, grupo.titulo, linha.rotulo, grupo.colunas[i], linha.valores[i]});
                } else {
                    out.row({grupo.titulo, linha.rotulo, grupo.colunas[i], linha.valores[i]});
                }
            }
    return text;
}

}  // namespace aroeira::relatorios::views
