// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/identity/domain/entrada.hpp"
#include "platform/db/session.hpp"

namespace aroeira::identity {

/// Table `entrada`.
class SqlEntradaStore final : public EntradaStore {
public:
    explicit SqlEntradaStore(db::Session& session) : session_(session) {}
    Result<void> add(const UsuarioId& usuario, std::string_view id, const Entrada& entrada) override;
    Result<EntradaPage> list(const UsuarioId& usuario, Instant since, std::int64_t page) override;
    Result<void> sweep(Instant older_than) override;

private:
    db::Session& session_;
};

}  // namespace aroeira::identity
