// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>

#include "base/clock.hpp"
#include "base/unit.hpp"
#include "modules/audit/api/trail.hpp"
#include "modules/instalacoes/domain/stores.hpp"
#include "platform/db/session.hpp"
#include "platform/jobs/jobs.hpp"

namespace aroeira::instalacoes {

/// One transaction's worth of what the module needs.
struct Ports {
    MunicipioStore& municipios;
    SettingsStore& settings;
    audit::Trail& trail;
    db::Session& session;  ///< Only to pass on to the job queue.
};

/// What other modules do when something here changes, in the same transaction. Filled in app/wiring.
struct Reactions {
    using Change = std::function<Result<void>(db::Session&)>;
    using Cancelling = std::function<Result<void>(db::Session&, const jobs::Status&)>;
    Change processing_hours = [](db::Session&) { return Result<void>(); };
    Change transmission_hours = [](db::Session&) { return Result<void>(); };
    Change municipio_activated = [](db::Session&) { return Result<void>(); };
    Cancelling trabalho_cancelled = [](db::Session&, const jobs::Status&) { return Result<void>(); };
};

/// Filled once, in app/wiring.
struct Services {
    Unit<Ports> unit;
    const Clock& clock;
    const NationalMunicipios& national;
    Reactions reactions{};
};

}  // namespace aroeira::instalacoes
