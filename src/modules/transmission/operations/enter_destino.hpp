// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/transmission/domain/sealed.hpp"
#include "modules/transmission/operations/services.hpp"

namespace aroeira::transmission {

/// What this installation proves itself with to a destino. Lives in memory only.
struct Segredos {
    std::string senha{};      ///< "" when there is none.
    std::string chave_pem{};  ///< Of Destino::certificado_pem; "" when there is none.
};

/// Errors: `internal` TRANS-0015 when this installation cannot open what is kept; `not_found` TRANS-0010;
///         `unavailable` DB-0004.
Result<Segredos> segredos_of(const Destino& destino, Ports& ports, const crypto::Vault& vault);

/// A call to a destino, with whom we trust there and the certificate it is shown.
client::Call call_to(const Destino& destino, const Segredos& segredos, std::string_view path);

/// Enters a destino with its credencial de integração, or with the certificate registered in it, and
/// gives the value of the header `Cookie` of what is asked then.
/// Errors: `forbidden` TRANS-0016 when the usuário and the senha are not accepted, TRANS-0032 when
///         the certificate is not, and why; `unavailable` TRANS-0017 when what answered is no receiver,
///         or is busy; those of client::Transport.
/// Source: manual LEDI, API de recebimento, login.
Result<std::string> enter_destino(const Destino& destino, const Segredos& segredos, client::Transport& transport);

/// What an answer that is not the one expected means to a person: the cause and the next step.
std::string words_for_status(int status);

}  // namespace aroeira::transmission
