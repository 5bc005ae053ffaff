// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/estabelecimentos/domain/unidades.hpp"
#include "platform/db/session.hpp"

namespace aroeira::estabelecimentos {

/// Reads `unidade_saude`, `equipe` and who is in them.
class SqlUnidadeStore final : public UnidadeStore {
public:
    explicit SqlUnidadeStore(db::Session& session) : session_(session) {}
    Result<Page<UnidadeNaLista>> list(const Ibge& municipio, const Words& words, std::string_view cnes, std::int64_t page) override;
    Result<std::vector<UnidadeNaLista>> active(const Ibge& municipio) override;
    Result<std::optional<UnidadeCompleta>> find(const Ibge& municipio, std::string_view cnes) override;
    Result<std::vector<EquipeNaLista>> equipes(const Ibge& municipio, std::string_view cnes, bool inativas) override;
    Result<std::optional<EquipeCompleta>> find_equipe(const Ibge& municipio, std::string_view cnes, std::string_view ine) override;
    Result<Page<Lotado>> lotados(const Ibge& municipio, std::string_view cnes, const LotadoFilter& filter) override;

private:
    db::Session& session_;
};

}  // namespace aroeira::estabelecimentos
