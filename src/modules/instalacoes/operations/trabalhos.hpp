// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/identity/api/granted.hpp"
#include "modules/instalacoes/operations/services.hpp"
#include "platform/jobs/jobs.hpp"

namespace aroeira::instalacoes {

/// A trabalho the actor may see: one he started, one of his município, or any for the administrador
/// da instalação. Errors: `not_found` JOBS-0002, also for a trabalho of others: that it exists is
/// not said, and the attempt leaves an audit row.
Result<jobs::Status> find_trabalho(const identity::Granted<identity::Permission::trabalhos_ver>& granted,
                                   const jobs::TrabalhoId& id, const Services& services);

/// Asks a trabalho he may see to stop.
/// Errors: as `find_trabalho`; `conflict` JOBS-0003 when it already ended.
Result<jobs::Status> cancel_trabalho(const identity::Granted<identity::Permission::trabalhos_ver>& granted,
                                     const jobs::TrabalhoId& id, const Services& services);

}  // namespace aroeira::instalacoes
