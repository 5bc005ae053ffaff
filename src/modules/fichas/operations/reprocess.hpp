// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/operations/ports.hpp"
#include "platform/jobs/jobs.hpp"

namespace aroeira::fichas {

/// Looks again at the fichas of a município that were refused only by what the CNES registry did
/// not know: after an import, what is known now is accepted. Gives {"aceitas": n, "vistas": n}.
/// Errors: `unavailable` from the store, retried by the queue.
Result<std::string> reprocess(jobs::Context& job, const Services& services);

/// Puts `reprocess` in the queue, in the caller's transaction, once for each edition of the registry: one
/// that runs already may have passed, by the edition before, what this one would accept.
/// Errors: `unavailable` DB-0004.
Result<void> ask_to_reprocess(db::Session& session, IdSource& ids, const Clock& clock, const Ibge& municipio,
                              std::string_view edition, std::string_view actor);

}  // namespace aroeira::fichas
