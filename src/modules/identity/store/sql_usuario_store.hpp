// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/identity/domain/usuario.hpp"
#include "platform/db/session.hpp"

namespace aroeira::identity {

/// Tables `usuario`, `acesso` and `convite`.
class SqlUsuarioStore final : public UsuarioStore {
public:
    explicit SqlUsuarioStore(db::Session& session) : session_(session) {}
    Result<bool> administered() override;
    Result<std::optional<Usuario>> find(const UsuarioId& id) override;
    Result<std::optional<Usuario>> find_by_cpf(const Cpf& cpf) override;
    Result<void> insert(const Usuario& usuario) override;
    Result<void> update(const Usuario& usuario) override;
    Result<std::vector<Acesso>> acessos_of(const UsuarioId& usuario) override;
    Result<void> insert_acesso(const Acesso& acesso) override;
    Result<std::vector<Acesso>> acessos_of_lotacao(const Ibge& municipio, std::string_view lotacao) override;
    Result<void> inactivate_acesso(const AcessoId& acesso) override;
    Result<bool> another_administrator(const UsuarioId& usuario) override;
    Result<std::int64_t> termo_of(const UsuarioId& usuario) override;
    Result<bool> accept_termo(const UsuarioId& usuario, std::int64_t versao) override;
    Result<void> put_convite(std::string_view code_hash, const Convite& convite) override;
    Result<std::optional<Convite>> find_convite(std::string_view code_hash) override;
    Result<std::optional<Convite>> take_convite(std::string_view code_hash) override;

private:
    db::Session& session_;
};

}  // namespace aroeira::identity
