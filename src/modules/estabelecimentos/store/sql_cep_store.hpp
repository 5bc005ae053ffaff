// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/estabelecimentos/domain/ceps.hpp"
#include "platform/db/session.hpp"

namespace aroeira::estabelecimentos {

/// Table `cep`.
class SqlCepStore final : public CepStore {
public:
    explicit SqlCepStore(db::Session& session) : session_(session) {}
    Result<std::optional<EnderecoDoCep>> find(std::string_view cep) override;
    Result<std::int64_t> replace(const std::function<Result<bool>(EnderecoDoCep&)>& next) override;

private:
    db::Session& session_;
};

}  // namespace aroeira::estabelecimentos
