// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/identity/domain/segundo_fator.hpp"
#include "platform/db/session.hpp"

namespace aroeira::identity {

/// Tables `segundo_fator` and `codigo_recuperacao`.
class SqlSegundoFatorStore final : public SegundoFatorStore {
public:
    explicit SqlSegundoFatorStore(db::Session& session) : session_(session) {}
    Result<std::optional<SegundoFator>> find(const UsuarioId& usuario) override;
    Result<std::vector<SegundoFator>> all() override;
    Result<void> put(const SegundoFator& fator) override;
    Result<void> remove(const UsuarioId& usuario) override;
    Result<bool> use_step(const UsuarioId& usuario, std::int64_t step) override;
    Result<void> put_recovery(const UsuarioId& usuario, const std::vector<std::string>& code_hashes) override;
    Result<bool> take_recovery(const UsuarioId& usuario, std::string_view code_hash) override;

private:
    db::Session& session_;
};

}  // namespace aroeira::identity
