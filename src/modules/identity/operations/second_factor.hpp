// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/identity/operations/manage_usuarios.hpp"
#include "modules/identity/operations/open_session.hpp"

namespace aroeira::identity {

/// What the telephone is told, once.
struct NewSegundoFator {
    std::string chave;  ///< Base 32, to be typed.
    std::string uri;    ///< otpauth://, to be photographed.
};

/// Whether the installation asks a second factor of who works as this session does, and she has none on.
/// Unit: the caller's transaction. Cost: for who administers, one row or two by their keys.
Result<bool> lacks_second_factor(const Sessao& sessao, Ports& ports);

/// Begins: a seed that counts for nothing until a code made with it is shown.
/// Errors: `conflict` ACESSO-0122 when a second factor is on.
Result<NewSegundoFator> begin_second_factor(const Sessao& sessao, const Services& services);

/// Turns it on with the first right code; gives ten codes of recovery, each good once. Other sessions of hers end.
/// Errors: `invalid_input` ACESSO-0123 (code); `conflict` ACESSO-0122, ACESSO-0124 (not begun).
Result<std::vector<std::string>> confirm_second_factor(const Sessao& sessao, std::string_view code, std::string_view address, const Services& services);

/// Turns it off, with one more code. Errors: `invalid_input` ACESSO-0123; `conflict` ACESSO-0124, ACESSO-0126 when the
/// installation asks it of her.
Result<void> end_second_factor(const Sessao& sessao, std::string_view code, std::string_view address, const Services& services);

/// The second step of the entry: a code of the telephone or of recovery. Counted like a password; at the limit the person
/// is locked and her sessions end. No code is taken twice, and none before the last one taken.
/// Errors: `invalid_input` ACESSO-0123; `unauthenticated` ACESSO-0011 when this one locked; `conflict` ACESSO-0124.
/// Source: RFC 6238, 5.2.
Result<Entered> prove_second_factor(const Sessao& sessao, std::string_view code, std::string_view address, const Services& services);

/// For who lost the telephone and the codes: another administrator takes it away. Her sessions end.
/// Errors: `not_found` ACESSO-0022; `forbidden` ACESSO-0112 for himself.
Result<void> reset_second_factor(const UsuariosGranted& granted, const UsuarioId& usuario, const Services& services);

}  // namespace aroeira::identity
