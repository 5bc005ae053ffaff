// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/relatorios/operations/services.hpp"
#include "platform/jobs/jobs.hpp"

namespace aroeira::relatorios {

/// Every night, at the «Horário de geração de lotes e processamento de fichas», the reports are brought up to date.
/// There is one alive in the installation; one that was due while the machine was off runs when it comes back.
/// Errors: `unavailable` DB-0004. Source: manual, 3.7.6.2.
Result<std::string> run_routine(jobs::Context& job, const Services& services);

/// As the program starts: the routine is in the queue for its next hour, unless it is there already.
/// Errors: `unavailable` DB-0004.
Result<void> ensure_routine(const Services& services);

/// The hour changed: the routine waits for the new one. In the transaction of the change. Errors: `unavailable` DB-0004.
Result<void> move_routine(Ports& ports, const Services& services);

}  // namespace aroeira::relatorios
