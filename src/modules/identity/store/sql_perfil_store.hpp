// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/identity/domain/perfil.hpp"
#include "platform/db/session.hpp"

namespace aroeira::identity {

/// Tables `perfil` and `perfil_recurso`.
class SqlPerfilStore final : public PerfilStore {
public:
    explicit SqlPerfilStore(db::Session& session) : session_(session) {}
    Result<std::optional<Perfil>> find(const std::optional<Ibge>& municipio, std::string_view id) override;
    Result<void> insert(const Perfil& perfil) override;
    Result<bool> update(const Perfil& perfil) override;
    Result<std::vector<KeptRecurso>> recursos(const Perfil& perfil) override;
    Result<void> put_recursos(const Perfil& perfil, std::span<const KeptRecurso> recursos) override;
    Result<PerfilPage> list(const Ibge& municipio, const PerfilFilter& filter) override;
    Result<bool> name_taken(const Ibge& municipio, std::string_view nome, std::string_view but_id) override;
    Result<PerfilUse> use_of(const Ibge& municipio, std::string_view id) override;
    Result<bool> remove(const Perfil& perfil) override;
    Result<std::vector<Perfil>> edited(std::string_view id) override;
    Result<std::vector<Perfil>> offered(const std::optional<Ibge>& municipio, TipoAcesso acesso) override;

private:
    db::Session& session_;
};

}  // namespace aroeira::identity
