// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/transmission/operations/services.hpp"
#include "platform/jobs/jobs.hpp"

namespace aroeira::transmission {

/// The job of one destino: sends what its window, its hour and the order of the numbers let it send,
/// asks for the verdicts that are due, and goes back to the queue for the next time. There is one
/// alive per destino. Every step is kept in the commit of what it learned, so that after a crash at
/// any point it goes on and repeats nothing harmful. A destino that is inactive, has no address or no
/// credencial is sent nothing. It ends only when the destino left the list.
///
/// Errors: `unavailable` DB-0004; `conflict` JOBS-0004 when another node took it over.
Result<std::string> send_lotes(jobs::Context& job, const Services& services);

}  // namespace aroeira::transmission
