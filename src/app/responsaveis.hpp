// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "base/ids.hpp"
#include "modules/identity/module.hpp"
#include "modules/identity/store/sql_people.hpp"
#include "modules/instalacoes/api/responsavel.hpp"

namespace aroeira::app {

/// The professionals of the registry, for who chooses a responsável.
class RegistryProfessionals final : public instalacoes::LocalProfessionals {
public:
    explicit RegistryProfessionals(db::Session& session) : session_(session) {}
    Result<std::vector<instalacoes::LocalProfessional>> with_name(std::string_view folded, std::size_t limit) override;
    Result<std::optional<instalacoes::LocalProfessional>> find(const Ibge& base, std::string_view id) override;

private:
    db::Session& session_;
};

/// The acessos of administrador municipal that a responsável has for being one.
class IdentityAdministrators final : public instalacoes::MunicipalAdministrators {
public:
    IdentityAdministrators(db::Session& session, IdSource& ids, const Clock& clock) : ids_(ids), people_(session, ids, clock), usuarios_(session) {}
    Result<std::string> give(const Cpf& cpf, std::string_view nome, const Ibge& municipio) override;
    Result<void> take(std::string_view usuario, const Ibge& municipio) override;

private:
    IdSource& ids_;
    identity::SqlPeople people_;
    identity::SqlUsuarioStore usuarios_;
};

}  // namespace aroeira::app
