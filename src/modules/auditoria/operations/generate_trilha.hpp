// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/auditoria/operations/services.hpp"
#include "platform/jobs/jobs.hpp"

namespace aroeira::auditoria {

/// The job of `request_trilha`: reads the events in blocks and keeps the file in parts. After a crash it begins anew:
/// a file of half the events of yesterday and half of today would have no sum. Gives the id of the trilha.
Result<std::string> generate_trilha(jobs::Context& job, const Services& services);

}  // namespace aroeira::auditoria
