// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/estabelecimentos/api/lotacoes.hpp"
#include "modules/estabelecimentos/store/sql_cbo_store.hpp"
#include "modules/estabelecimentos/store/sql_lotacao_store.hpp"
#include "modules/estabelecimentos/store/sql_profissional_store.hpp"

namespace aroeira::estabelecimentos {

/// Lotações as other modules ask for them, over the session of their transaction.
class SqlLotacoes final : public Lotacoes {
public:
    explicit SqlLotacoes(db::Session& session) : lotacoes_(session), profissionais_(session), cbos_(session) {}
    Result<std::optional<LotacaoResumo>> summary(const Ibge& municipio, std::string_view lotacao) override;
    Result<std::vector<LotacaoResumo>> of_profissional(const Ibge& municipio, std::string_view profissional) override;

private:
    Result<LotacaoResumo> resumo_of(const Ibge& municipio, const LotacaoNaLista& one, const ProfissionalCadastrado& person);
    SqlLotacaoStore lotacoes_;
    SqlProfissionalStore profissionais_;
    SqlCboStore cbos_;
};

}  // namespace aroeira::estabelecimentos
