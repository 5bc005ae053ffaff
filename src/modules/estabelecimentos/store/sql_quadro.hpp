// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/estabelecimentos/api/quadro.hpp"
#include "platform/db/session.hpp"

namespace aroeira::estabelecimentos {

class SqlQuadro final : public Quadro {
public:
    explicit SqlQuadro(db::Session& session) : session_(session) {}
    Result<std::vector<NomeDeUnidade>> unidades(const Ibge& municipio) override;
    Result<std::vector<NomeDeEquipe>> equipes(const Ibge& municipio) override;
    Result<std::vector<std::string>> cbos(const Ibge& municipio) override;
    Result<std::vector<NomeDeProfissional>> profissionais(const Ibge& municipio, std::string_view cnes, std::string_view busca, int limit) override;
    Result<std::optional<std::string>> cns_of(const Ibge& municipio, std::string_view profissional) override;
    Result<std::map<std::string, std::string>> names_of(const Ibge& municipio, std::span<const std::string> cnss) override;
    Result<std::optional<LotacaoNoQuadro>> lotacao(const Ibge& municipio, std::string_view lotacao) override;

private:
    db::Session& session_;
};

}  // namespace aroeira::estabelecimentos
