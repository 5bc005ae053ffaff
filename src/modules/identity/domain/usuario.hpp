// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/identifiers.hpp"
#include "modules/identity/api/granted.hpp"
#include "modules/identity/domain/perfil.hpp"

namespace aroeira::identity {

/// A person who enters with CPF and password.
struct Usuario {
    UsuarioId id;
    Cpf cpf;
    std::string nome{};
    std::string senha{};           ///< Argon2id; "" until the one-time link is used.
    std::string senha_anterior{};  ///< "" when there is none.
    bool trocar_senha = false;     ///< Nothing else may be done before.
    std::optional<Instant> senha_desde{};  ///< When it was chosen; nothing where nobody knows.
    std::int64_t redefinicao = 0;  ///< SecurityPolicy::redefinition when it was chosen.
    bool ativo = true;
    std::optional<Instant> bloqueado{};
    std::optional<Instant> ultimo_acesso{};
    Instant criado{};
};

/// One perfil of a usuário in a município, perhaps in a lotação.
struct Acesso {
    Id<Acesso> id;
    UsuarioId usuario;
    std::string perfil{};  ///< Its id.
    std::optional<Ibge> municipio{};
    std::optional<std::string> lotacao{};
    Perfil described{};    ///< What the perfil is now, there. Only read.
};
using AcessoId = Id<Acesso>;

/// The município whose trail tells of this person's entries: the one all the acessos are of; else the installation's.
inline std::optional<std::string> only_municipio(const std::vector<Acesso>& acessos) {
    std::optional<std::string> found;
    for (const auto& acesso : acessos) {
        if (!acesso.municipio || (found && *found != acesso.municipio->text())) return std::nullopt;
        found = std::string(acesso.municipio->text());
    }
    return found;
}

/// A one-time link. Without usuário it makes the first administrator.
struct Convite {
    std::optional<UsuarioId> usuario{};
    Instant expira{};
};

/// Usuários, their acessos and their one-time links.
class UsuarioStore {
public:
    virtual ~UsuarioStore() = default;
    /// Somebody administers the installation. Others may be registered before: the CNES brings them.
    virtual Result<bool> administered() = 0;
    virtual Result<std::optional<Usuario>> find(const UsuarioId& id) = 0;
    virtual Result<std::optional<Usuario>> find_by_cpf(const Cpf& cpf) = 0;
    /// Errors: `conflict` ACESSO-0021 when the CPF is registered.
    virtual Result<void> insert(const Usuario& usuario) = 0;
    /// Everything but id and CPF. Errors: `not_found` ACESSO-0022.
    virtual Result<void> update(const Usuario& usuario) = 0;

    /// The active ones with an active perfil, by perfil and município.
    virtual Result<std::vector<Acesso>> acessos_of(const UsuarioId& usuario) = 0;
    virtual Result<void> insert_acesso(const Acesso& acesso) = 0;
    /// The active ones of a lotação, of whomever.
    virtual Result<std::vector<Acesso>> acessos_of_lotacao(const Ibge& municipio, std::string_view lotacao) = 0;
    /// Who works with it chooses again. An inactive one is never active again: another is made.
    virtual Result<void> inactivate_acesso(const Id<Acesso>& acesso) = 0;
    /// Somebody else who could administer the installation now: active, not locked, with a password.
    virtual Result<bool> another_administrator(const UsuarioId& usuario) = 0;

    /// The version of the terms of use that was accepted; 0: none.
    virtual Result<std::int64_t> termo_of(const UsuarioId& usuario) = 0;
    /// False when this version, or a later one, was accepted before.
    virtual Result<bool> accept_termo(const UsuarioId& usuario, std::int64_t versao) = 0;

    /// Replaces what the same usuário (or the installation) still had.
    virtual Result<void> put_convite(std::string_view code_hash, const Convite& convite) = 0;
    virtual Result<std::optional<Convite>> find_convite(std::string_view code_hash) = 0;
    /// The same, and it is gone: of two who take it one gets it.
    virtual Result<std::optional<Convite>> take_convite(std::string_view code_hash) = 0;
};

}  // namespace aroeira::identity
