// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/identity/domain/credencial.hpp"
#include "platform/db/session.hpp"

namespace aroeira::identity {

/// Tables `credencial` and `credencial_certificado`.
class SqlCredencialStore final : public CredencialStore {
public:
    explicit SqlCredencialStore(db::Session& session) : session_(session) {}
    Result<void> insert(const Credencial& credencial) override;
    Result<std::optional<Credencial>> find(const CredencialId& id) override;
    Result<std::optional<Credencial>> find_by_usuario(std::string_view usuario) override;
    Result<std::vector<Credencial>> list(const std::optional<Ibge>& municipio) override;
    Result<bool> inactivate(const CredencialId& id) override;
    Result<std::optional<Credencial>> find_by_certificado(std::string_view impressao) override;
    Result<void> set_certificado(const CredencialId& id, const Certificado& certificado, std::string_view by, Instant at) override;
    Result<bool> remove_certificado(const CredencialId& id) override;
    Result<void> set_used(const CredencialId& id, Instant at) override;

private:
    db::Session& session_;
};

}  // namespace aroeira::identity
