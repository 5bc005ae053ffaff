// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/transmission/operations/services.hpp"
#include "platform/jobs/jobs.hpp"

namespace aroeira::transmission {

/// The job: for each active destino, makes lotes of the current valid fichas that are in no lote of
/// it yet, and wakes their sending. Each lote is one commit with its bytes, its fichas, its audit row
/// and where to go on looking, so that a crash at any point leaves whole lotes and repeats none. The
/// result is {"lotes","fichas"}.
///
/// Errors: `forbidden` ACESSO-0002 when who asked may no longer; `internal` TRANS-0003; `unavailable` DB-0004.
/// Cost: a destino that is new has the keys of all valid fichas of the município looked at once; after
/// that only those of the received lotes that brought something since the last generation. Reads only
/// what it packs, a hundred fichas in a statement.
Result<std::string> generate_lotes(jobs::Context& job, const Services& services);

}  // namespace aroeira::transmission
