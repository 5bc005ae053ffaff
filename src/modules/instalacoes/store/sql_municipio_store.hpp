// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/instalacoes/domain/stores.hpp"
#include "platform/db/session.hpp"

namespace aroeira::instalacoes {

/// Table `municipio_ativo`.
class SqlMunicipioStore final : public MunicipioStore {
public:
    explicit SqlMunicipioStore(db::Session& session) : session_(session) {}
    Result<std::optional<MunicipioAtivo>> find(const Ibge& ibge) override;
    Result<std::vector<MunicipioAtivo>> list() override;
    Result<bool> activate(const MunicipioAtivo& municipio) override;

private:
    db::Session& session_;
};

}  // namespace aroeira::instalacoes
