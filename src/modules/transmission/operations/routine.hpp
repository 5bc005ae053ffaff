// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/transmission/operations/services.hpp"
#include "platform/jobs/jobs.hpp"

namespace aroeira::transmission {

/// The work of the night, at the «Horário de geração de lotes»: asks for the lotes of every active
/// município, in the name of the «Rotina automática», and wakes the sending. There is one alive in the
/// installation; one that was due while the machine was off runs when it comes back.
/// Errors: `unavailable` DB-0004. Source: manual, 3.7.3.1 and 3.7.3.2.
Result<std::string> run_routine(jobs::Context& job, const Services& services);

/// As the program starts: the routine is in the queue for its next hour, unless it is there already,
/// and each destino has its job. Errors: `unavailable` DB-0004.
Result<void> ensure_routine(const Services& services);

/// The hour changed: the routine waits for the new one, and what was waiting for the window looks
/// again. In the transaction of the change. Errors: `unavailable` DB-0004.
Result<void> move_routine(Ports& ports, const Services& services);

}  // namespace aroeira::transmission
