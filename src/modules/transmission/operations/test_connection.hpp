// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/transmission/operations/services.hpp"

namespace aroeira::transmission {

/// «Testar conexão»: asks every active destino with an address who it is and whether our credencial
/// enters, several at once, and keeps what was found, in words: «Estabelecida», or the cause and the
/// next step. Nothing of an answer is shown but the name of an installation of ours.
/// Errors: `conflict` TRANS-0033 while another is at it on this node; `unavailable` DB-0004.
/// Source: manual, 3.7.3.1. Cost: up to 5 s for each `kTestsAtOnce` that
/// nobody answers, 20 s for those that answer slowly.
Result<std::vector<Destino>> test_connection(const MayManage& granted, const Services& services);

inline constexpr std::size_t kTestsAtOnce = 16;

/// Who this installation is, for whoever tests the connection to it. Errors: `unavailable` DB-0004;
/// `internal` INST-0008.
Result<instalacoes::InstallationCard> presence(const Services& services);

}  // namespace aroeira::transmission
