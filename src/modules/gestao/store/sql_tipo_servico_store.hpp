// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/gestao/domain/stores.hpp"
#include "platform/db/session.hpp"

namespace aroeira::gestao {

/// Table `tipo_servico`.
class SqlTipoServicoStore final : public TipoServicoStore {
public:
    explicit SqlTipoServicoStore(db::Session& session) : session_(session) {}
    Result<std::vector<TipoServico>> list(const Ibge& municipio) override;
    Result<PageOfThings<TipoServico>> page(const Ibge& municipio, std::string_view busca, const PageOf& page) override;
    Result<std::optional<TipoServico>> find(const Ibge& municipio, const TipoServicoId& id) override;
    Result<void> insert(const Ibge& municipio, const TipoServico& tipo) override;
    Result<bool> update(const Ibge& municipio, const TipoServico& tipo) override;
    Result<bool> remove(const Ibge& municipio, const TipoServicoId& id) override;

private:
    db::Session& session_;
};

}  // namespace aroeira::gestao
