// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/instalacoes/domain/responsavel_store.hpp"
#include "platform/db/session.hpp"

namespace aroeira::instalacoes {

/// Table `responsavel_municipal`.
class SqlResponsavelStore final : public ResponsavelStore {
public:
    explicit SqlResponsavelStore(db::Session& session) : session_(session) {}
    Result<std::optional<Responsavel>> find(const Ibge& municipio) override;
    Result<bool> put(const Ibge& municipio, const Responsavel& responsavel) override;

private:
    db::Session& session_;
};

}  // namespace aroeira::instalacoes
