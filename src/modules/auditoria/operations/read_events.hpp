// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <vector>

#include "modules/auditoria/domain/search.hpp"
#include "modules/auditoria/domain/trail_report.hpp"
#include "modules/auditoria/operations/services.hpp"

namespace aroeira::auditoria {

/// Names read once each.
using KnownNames = std::map<std::string, std::optional<identity::ActorName>, std::less<>>;

struct EventPage {
    std::vector<EventLine> items{};
    audit::Cursor next{};      ///< "" when nothing is left.
};

/// At most `most` events from `after` on, with the names of who caused them.
Result<EventPage> read_lines(const audit::EventFilter& filter, const audit::Cursor& after, std::size_t most, KnownNames& known, Ports& ports);

/// A page of 30 for the screen; the first of a search is itself an event.
/// Errors: `invalid_input` AUDITORIA-0001, AUDIT-0003. Source: manual PEC 3.9; SBIS NGS1.07.07.
Result<EventPage> list_events(const MayAudit& granted, const Filtros& chosen, const audit::Cursor& after, const Services& services);

/// Records that somebody opened the module. Source: manual PEC 3.9.1 «Acesso aos registros de auditoria».
Result<void> open_auditoria(const MayAudit& granted, const Services& services);

/// «Usuário gerador do evento»: people whose name holds `text`.
Result<std::vector<identity::ActorName>> search_people(const MayAudit& granted, std::string_view text, const Services& services);

/// Writes the access to the trail.
Result<void> record_access(const identity::Actor& actor, std::string details, std::string entity_id, Ports& ports);

}  // namespace aroeira::auditoria
