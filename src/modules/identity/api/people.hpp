// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "modules/identity/api/granted.hpp"

namespace aroeira::identity {

/// How somebody of the registry of professionals enters, as lists show it.
struct PersonState {
    UsuarioId usuario;
    bool ativo = true;
    std::optional<Instant> bloqueado{};      ///< Too many wrong passwords.
    std::optional<Instant> ultimo_acesso{};
};

/// A perfil that a lotação may have.
struct PerfilOferecido {
    std::string id{};
    std::string nome{};
};

/// The usuários behind the professionals, for the modules that keep professionals and lotações. Made over the session
/// of the caller's transaction, so that a lotação and its acesso are written together or not at all.
class People {
public:
    virtual ~People() = default;
    /// The usuário of this CPF, made without a password when there was none; its name becomes `nome`.
    /// Errors: `unavailable` DB-0004.
    virtual Result<UsuarioId> ensure(const Cpf& cpf, std::string_view nome) = 0;
    /// One per CPF, in the order asked; nothing where nobody is registered.
    virtual Result<std::vector<std::optional<PersonState>>> states(std::span<const Cpf> cpfs) = 0;
    /// The acessos of a lotação become exactly these perfis; an empty list takes them all away, and who works with one
    /// of them chooses again. Perfis are named by their ids; the standard ones by their codes ("medico").
    /// Errors: `invalid_input` ACESSO-0040 (unknown or inactive perfil, or one that is not of lotação), on field "perfis".
    virtual Result<void> set_perfis(const UsuarioId& usuario, const Ibge& municipio, std::string_view lotacao,
                                    std::span<const std::string> perfis) = 0;
    /// After hundreds of `set_perfis`, so that the next ones find what is there at once. Unit: the caller's transaction.
    virtual Result<void> many_were_set() = 0;
    /// Ids of the perfis of a lotação.
    virtual Result<std::vector<std::string>> perfis_of(const Ibge& municipio, std::string_view lotacao) = 0;
    /// The lotações somebody works for with the perfil of her session; nothing for who works for a whole município, or
    /// for the installation.
    virtual Result<std::optional<std::vector<std::string>>> lotacoes_of(const Actor& actor) = 0;
    /// The active perfis of lotação of a município, in the order of their names.
    virtual Result<std::vector<PerfilOferecido>> perfis_of_lotacao(const Ibge& municipio) = 0;
    /// The usuário is inactive, or active again; open sessions end.
    /// Errors: `conflict` ACESSO-0041 when nobody else would administer the installation.
    virtual Result<void> set_ativo(const UsuarioId& usuario, bool ativo) = 0;
};

}  // namespace aroeira::identity
