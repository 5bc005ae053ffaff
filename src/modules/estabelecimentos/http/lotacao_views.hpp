// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "modules/estabelecimentos/operations/lotacao_options.hpp"
#include "modules/estabelecimentos/operations/lotacoes.hpp"
#include "platform/json/json.hpp"

namespace aroeira::estabelecimentos::views {

struct LotacaoEscolhida {
    std::string cnes{}, ine{}, cbo{};
    std::vector<std::string> perfis{};
    bool segue_cnes = false;
    static constexpr auto fields = std::tuple{
        json::field("cnes", &LotacaoEscolhida::cnes), json::field("ine", &LotacaoEscolhida::ine, "Vazio sem equipe."),
        json::field("cbo", &LotacaoEscolhida::cbo), json::field("perfis", &LotacaoEscolhida::perfis, "Identificadores."),
        json::field("segue_cnes", &LotacaoEscolhida::segue_cnes, "«Atualizar perfis ao importar CNES».")};
};

struct LotacaoEditada : LotacaoEscolhida {
    std::int64_t versao = 0;
    static constexpr auto fields = std::tuple_cat(LotacaoEscolhida::fields, std::tuple{json::field("versao", &LotacaoEditada::versao)});
};

struct OpcaoDeLotacao {
    std::string codigo{}, nome{};
    static constexpr auto fields = std::tuple{json::field("codigo", &OpcaoDeLotacao::codigo), json::field("nome", &OpcaoDeLotacao::nome)};
};

struct OpcoesDeLotacao {
    std::vector<OpcaoDeLotacao> unidades{}, cbos{}, perfis{};
    static constexpr auto fields = std::tuple{json::field("unidades", &OpcoesDeLotacao::unidades, "As ativas que o acesso alcança."),
                                              json::field("cbos", &OpcoesDeLotacao::cbos, "Os disponíveis para lotação."),
                                              json::field("perfis", &OpcoesDeLotacao::perfis, "Os ativos, de lotação.")};
};

struct SugestaoDeLotacao {
    std::vector<OpcaoDeLotacao> equipes{};
    std::vector<std::string> perfis{};
    static constexpr auto fields = std::tuple{json::field("equipes", &SugestaoDeLotacao::equipes, "As ativas da unidade."),
                                              json::field("perfis", &SugestaoDeLotacao::perfis, "O que o CBO sugere ali.")};
};

inline LotacaoEdition edition_of(const LotacaoEscolhida& chosen, std::int64_t versao) {
    return {{chosen.cnes, chosen.ine, chosen.cbo, chosen.segue_cnes}, chosen.perfis, versao};
}

}  // namespace aroeira::estabelecimentos::views
