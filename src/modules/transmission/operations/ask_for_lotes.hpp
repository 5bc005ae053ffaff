// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/transmission/operations/services.hpp"
#include "platform/jobs/jobs.hpp"

namespace aroeira::transmission {

/// «Gerar lotes»: puts in the queue the work that makes lotes of every ficha of the município not
/// sent yet, with its audit row, in one commit.
/// Errors: `conflict` TRANS-0002 when lotes of this município are being made already; `not_found`
///         INST-0001; `forbidden` ACESSO-0005; `invalid_input` ACESSO-0006; `unavailable` DB-0004.
/// Source: manual, 3.7.3.2.
Result<jobs::TrabalhoId> ask_for_lotes(const MayManage& granted, const std::optional<Ibge>& asked, const Services& services);

}  // namespace aroeira::transmission
