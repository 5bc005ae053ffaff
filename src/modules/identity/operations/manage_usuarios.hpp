// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/identity/operations/services.hpp"

namespace aroeira::identity {

using UsuariosGranted = Granted<Permission::usuarios_gerenciar>;

struct NewAcesso {
    std::string perfil{};                  ///< Id; of a standard one, its code.
    std::optional<Ibge> municipio{};       ///< Absent for, and only for, who reaches all of the installation.
    std::optional<std::string> lotacao{};
};

struct NewUsuario {
    Cpf cpf;
    std::string nome;
    std::string senha{};       ///< "": none until a one-time link is used.
    bool trocar_senha = true;  ///< The password was chosen by somebody else.
    std::vector<NewAcesso> acessos{};
    bool termo_aceito = false;  ///< By somebody of the demonstration, who is nobody.
};

/// Registers a person with her acessos.
/// Errors: `invalid_input` ACESSO-0020 (password), ACESSO-0034 (perfil and município do not fit),
///         ACESSO-0035 (name); `conflict` ACESSO-0021 (CPF registered).
Result<UsuarioId> create_usuario(const UsuariosGranted& granted, const NewUsuario& fresh, const Services& services);

/// Unlocks a person and makes a one-time link with which she chooses a new password; until then no
/// password lets her in, and her open sessions end. Gives the code of the link, valid for 24 hours.
/// Errors: `not_found` ACESSO-0022.
/// Source: manual PEC 3.5.2 «Desbloquear e redefinir senha»; our decision 1.
Result<std::string> reset_password(const UsuariosGranted& granted, const Cpf& cpf, const Services& services);

/// How long a one-time link is worth something.
inline constexpr std::chrono::hours kInviteLasts{24};

/// Unlocks a person, ends her sessions and gives her the password of this hash, to be changed at once; "": none lets
/// her in. Unit: the caller's transaction.
Result<void> unlock(Usuario& usuario, std::string senha, const Actor& actor, Ports& ports, const Services& services);

/// What `reset_password` does to a person. Unit: the caller's transaction.
Result<void> unlock_and_invite(Usuario& usuario, std::string_view code_hash, const Actor& actor, Ports& ports, const Services& services);

/// Whether somebody administers the installation: one that nobody does waits for its first administrator.
Result<bool> is_administered(const Services& services);

/// A one-time code with which the first administrador da instalação registers herself; the one made
/// before is worth nothing from then on. Valid for 24 hours.
/// Errors: `conflict` ACESSO-0036 when somebody administers it already.
Result<std::string> invite_first_administrator(const UsuariosGranted& granted, const Services& services);

}  // namespace aroeira::identity
