// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/gestao/domain/stores.hpp"
#include "platform/db/session.hpp"

namespace aroeira::gestao {

/// Tables `grupo_exame` and `grupo_exame_item`.
class SqlGrupoExameStore final : public GrupoExameStore {
public:
    explicit SqlGrupoExameStore(db::Session& session) : session_(session) {}
    Result<PageOfThings<GrupoExame>> list(const Ibge& municipio, std::string_view busca, const PageOf& page) override;
    Result<std::optional<GrupoExame>> find(const Ibge& municipio, const GrupoExameId& id) override;
    Result<void> insert(const Ibge& municipio, const GrupoExame& grupo) override;
    Result<bool> update(const Ibge& municipio, const GrupoExame& grupo) override;
    Result<bool> remove(const Ibge& municipio, const GrupoExameId& id) override;

private:
    Result<void> read_exames(const Ibge& municipio, GrupoExame& grupo);
    Result<void> put_exames(const Ibge& municipio, const GrupoExame& grupo);
    db::Session& session_;
};

}  // namespace aroeira::gestao
