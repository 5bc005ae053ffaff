// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/store/sql_lotacoes.hpp"

#include "modules/tabelas/api/tabelas.hpp"

namespace aroeira::estabelecimentos {

Result<LotacaoResumo> SqlLotacoes::resumo_of(const Ibge& municipio, const LotacaoNaLista& one, const ProfissionalCadastrado& person) {
    const auto& l = one.lotacao;
    LotacaoResumo resumo{.id = std::string(l.id.text()), .profissional = l.profissional, .profissional_nome = person.dados.nome};
    resumo.profissional_manual = person.origem == Origem::manual;
    resumo.cnes = l.dados.cnes;
    resumo.unidade = one.unidade;
    resumo.cbo = l.dados.cbo;
    resumo.cbo_titulo = tabelas::cbo_title(l.dados.cbo);
    resumo.ativa = l.ativa;
    AROEIRA_TRY(const auto decision, cbos_.find(municipio, l.dados.cbo));
    resumo.intervalo_minutos = decision.intervalo_minutos;
    return resumo;
}

Result<std::optional<LotacaoResumo>> SqlLotacoes::summary(const Ibge& municipio, std::string_view lotacao) {
    AROEIRA_TRY(const auto one, lotacoes_.find(municipio, lotacao));
    if (!one) return std::optional<LotacaoResumo>();
    AROEIRA_TRY(const auto person, profissionais_.find(municipio, one->lotacao.profissional));
    if (!person) return std::optional<LotacaoResumo>();
    AROEIRA_TRY(auto resumo, resumo_of(municipio, *one, *person));
    return std::optional(std::move(resumo));
}

Result<std::vector<LotacaoResumo>> SqlLotacoes::of_profissional(const Ibge& municipio, std::string_view profissional) {
    std::vector<LotacaoResumo> all;
    AROEIRA_TRY(const auto person, profissionais_.find(municipio, profissional));
    if (!person) return all;
    AROEIRA_TRY(const auto lotacoes, lotacoes_.of(municipio, profissional));
    for (const auto& one : lotacoes) {
        AROEIRA_TRY(auto resumo, resumo_of(municipio, one, *person));
        all.push_back(std::move(resumo));
    }
    return all;
}

}  // namespace aroeira::estabelecimentos
