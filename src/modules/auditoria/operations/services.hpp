// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>

#include "base/clock.hpp"
#include "base/ids.hpp"
#include "base/unit.hpp"
#include "modules/audit/api/reading.hpp"
#include "modules/auditoria/domain/trilha.hpp"
#include "modules/identity/api/actor_names.hpp"
#include "modules/identity/api/granted.hpp"
#include "platform/db/session.hpp"

namespace aroeira::auditoria {

/// One transaction's worth of what the module needs.
struct Ports {
    audit::TrailReader& events;
    audit::Trail& trail;
    TrilhaStore& trilhas;
    identity::ActorNames& names;
    Institutions& institutions;
    db::Session& session;  ///< Only to pass on to the job queue.
};

using MayAudit = identity::Granted<identity::Permission::auditoria_gerar>;

/// Filled once, in app/wiring.
struct Services {
    Unit<Ports> unit;
    const Clock& clock;
    IdSource& ids;
    std::string produto;  ///< "Aroeira 0.1.0".
    /// Whether who asked may still do so, when the job runs.
    std::function<Result<MayAudit>(std::string_view actor, const std::optional<Ibge>& municipio)> resume;
    std::function<void()> wake_jobs;
};

/// The chain an administrator reads: that of the município, or of the installation for who is of none.
inline std::string chain_of(const identity::Actor& actor) { return actor.municipio ? std::string(actor.municipio->text()) : std::string(); }

}  // namespace aroeira::auditoria
