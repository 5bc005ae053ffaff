// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/identity/api/granted.hpp"
#include "modules/identity/api/security.hpp"
#include "modules/instalacoes/operations/services.hpp"

namespace aroeira::instalacoes {

/// Errors: `unavailable` DB-0004.
Result<identity::OnlineReceiving> read_online_receiving(
    const identity::Granted<identity::Permission::credenciais_gerenciar>& granted, const Services& services);

/// Chooses whether third-party systems may send fichas here, and where to when the installation moved.
/// Errors: `invalid_input` INST-0006 when the new address is not an http or https one.
/// Source: manual LEDI, API de recebimento, login: the answers of a service that is off or moved.
Result<void> save_online_receiving(const identity::Granted<identity::Permission::processamento_configurar>& granted,
                                   const identity::OnlineReceiving& receiving, const Services& services);

}  // namespace aroeira::instalacoes
