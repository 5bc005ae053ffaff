// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/identity/operations/services.hpp"

namespace aroeira::identity {

/// Writes that somebody known entered or was refused. Unit: the caller's transaction.
Result<void> note_entrada(const UsuarioId& usuario, std::string_view resultado, std::string_view address, Ports& ports, const Services& services);

/// Her own entries and refusals of the last thirty days, the newest first.
Result<EntradaPage> own_entradas(const Sessao& sessao, std::int64_t page, const Services& services);

/// Somebody's open session, as she recognises it.
struct OpenSession {
    std::string id;  ///< Of this list only: nothing can be done with it but to end the session.
    Sessao sessao;
    bool current = false;
};
/// Those that have not ended, the newest first.
Result<std::vector<OpenSession>> own_sessions(const Sessao& sessao, const Services& services);
/// Ends one of them, wherever it is. Errors: `not_found` ACESSO-0120.
Result<void> end_own_session(const Sessao& sessao, std::string_view id, std::string_view address, const Services& services);

/// Accepts the terms of use, once for each version.
/// Errors: `conflict` ACESSO-0121 when another version was read.
Result<void> accept_termo(const Sessao& sessao, std::int64_t versao, std::string_view address, const Services& services);

}  // namespace aroeira::identity
