// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/estabelecimentos/operations/lotacoes.hpp"

/// What the form of a lotação offers.
namespace aroeira::estabelecimentos {

struct LotacaoOptions {
    std::vector<UnidadeNaLista> unidades{};  ///< The active ones the actor reaches.
    std::vector<CboNaLista> cbos{};          ///< Those that may be chosen.
    std::vector<identity::PerfilOferecido> perfis{};
};
Result<LotacaoOptions> lotacao_options(const LotacoesGranted& granted, const std::optional<Ibge>& municipio, const Services& services);

struct LotacaoSuggestion {
    std::vector<EquipeNaLista> equipes{};  ///< The active ones of the unit.
    std::vector<std::string> perfis{};     ///< Of the occupation, there.
};
/// `ine` and `cbo` are "" while they are not chosen.
Result<LotacaoSuggestion> suggest_lotacao(const LotacoesGranted& granted, const std::optional<Ibge>& municipio, const DadosLotacao& chosen,
                                          const Services& services);

}  // namespace aroeira::estabelecimentos
