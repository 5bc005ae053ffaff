// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "base/ids.hpp"
#include "modules/identity/api/people.hpp"
#include "modules/identity/store/sql_perfil_store.hpp"
#include "modules/identity/store/sql_sessao_store.hpp"
#include "modules/identity/store/sql_usuario_store.hpp"

namespace aroeira::identity {

/// People over the session of somebody's transaction; the event of the act is the caller's, who knows the actor.
class SqlPeople final : public People {
public:
    SqlPeople(db::Session& session, IdSource& ids, const Clock& clock)
        : session_(session), ids_(ids), clock_(clock), usuarios_(session), perfis_(session), sessoes_(session) {}
    Result<UsuarioId> ensure(const Cpf& cpf, std::string_view nome) override;
    Result<std::vector<std::optional<PersonState>>> states(std::span<const Cpf> cpfs) override;
    Result<void> set_perfis(const UsuarioId& usuario, const Ibge& municipio, std::string_view lotacao,
                            std::span<const std::string> perfis) override;
    Result<void> many_were_set() override;
    Result<std::vector<std::string>> perfis_of(const Ibge& municipio, std::string_view lotacao) override;
    Result<std::optional<std::vector<std::string>>> lotacoes_of(const Actor& actor) override;
    Result<std::vector<PerfilOferecido>> perfis_of_lotacao(const Ibge& municipio) override;
    Result<void> set_ativo(const UsuarioId& usuario, bool ativo) override;

private:
    db::Session& session_;
    IdSource& ids_;
    const Clock& clock_;
    SqlUsuarioStore usuarios_;
    SqlPerfilStore perfis_;
    SqlSessaoStore sessoes_;
};

}  // namespace aroeira::identity
