// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/estabelecimentos/domain/stores.hpp"
#include "platform/db/session.hpp"

namespace aroeira::estabelecimentos {

/// Tables `unidade_saude`, `equipe`, `profissional`, `lotacao` and `cnes_vigente`.
class SqlCadastroStore final : public CadastroStore {
public:
    explicit SqlCadastroStore(db::Session& session) : session_(session) {}
    Result<std::optional<Vigente>> hold(const Ibge& municipio) override;
    Result<std::optional<Vigente>> vigente(const Ibge& municipio) override;
    Result<void> set_vigente(const Ibge& municipio, const ImportacaoId& importacao, std::string_view versao) override;
    Result<Conhecidos> known(const Ibge& municipio) override;
    Result<void> apply(const Ibge& municipio, const CnesFile& file, const Conhecidos& known, const Mudancas& changes,
                       IdSource& ids) override;
    Result<Cadastro> cadastro(const Ibge& municipio) override;
    Result<std::string> name_of_unidade(const Ibge& municipio, std::string_view cnes) override;

private:
    db::Session& session_;
};

}  // namespace aroeira::estabelecimentos
