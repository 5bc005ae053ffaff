// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/imunobiologicos/domain/stores.hpp"
#include "platform/db/session.hpp"

namespace aroeira::imunobiologicos {

/// Table `lote_imunobiologico`.
class SqlLoteStore final : public LoteStore {
public:
    explicit SqlLoteStore(db::Session& session) : session_(session) {}
    Result<LotePage> list(const Ibge& municipio, const LoteFilter& filter) override;
    Result<std::vector<Lote>> good_on(const Ibge& municipio, std::int64_t imunobiologico, std::string_view day, std::int64_t limit) override;
    Result<std::optional<Lote>> find(const Ibge& municipio, const LoteId& id) override;
    Result<void> insert(const Ibge& municipio, const Lote& lote) override;
    Result<bool> update(const Ibge& municipio, const Lote& lote) override;
    Result<bool> remove(const Ibge& municipio, const LoteId& id, std::int64_t versao) override;

private:
    db::Session& session_;
};

}  // namespace aroeira::imunobiologicos
