// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/transmission/operations/services.hpp"

namespace aroeira::transmission {

/// The password kept for a destino; "" when there is none.
/// Errors: `internal` TRANS-0015 when this installation cannot open it; `not_found` TRANS-0010;
///         `unavailable` DB-0004.
Result<std::string> senha_of(const Destino& destino, Ports& ports, const crypto::Vault& vault);

/// Enters a destino with its credencial de integração, and gives the value of the header `Cookie` of
/// what is asked then. Both protocols enter alike.
/// Errors: `forbidden` TRANS-0016 when the usuário and the senha are not accepted; `unavailable`
///         TRANS-0017 when what answered is no receiver, or is busy; those of client::Transport.
/// Source: manual LEDI, API de recebimento, login.
Result<std::string> enter_destino(const Destino& destino, std::string_view senha, client::Transport& transport);

/// What an answer that is not the one expected means to a person: the cause and the next step.
std::string words_for_status(int status);

}  // namespace aroeira::transmission
