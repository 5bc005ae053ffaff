// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/estabelecimentos/domain/ocupacoes.hpp"
#include "platform/db/session.hpp"

namespace aroeira::estabelecimentos {

/// Table `cbo_municipio`.
class SqlCboStore final : public CboStore {
public:
    explicit SqlCboStore(db::Session& session) : session_(session) {}
    Result<std::vector<CboDecidido>> decided(const Ibge& municipio) override;
    Result<CboDecidido> find(const Ibge& municipio, std::string_view cbo) override;
    Result<std::int64_t> put(const Ibge& municipio, const CboDecidido& decision) override;

private:
    db::Session& session_;
};

}  // namespace aroeira::estabelecimentos
