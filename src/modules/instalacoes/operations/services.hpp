// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "base/clock.hpp"
#include "base/unit.hpp"
#include "modules/audit/api/trail.hpp"
#include "modules/instalacoes/domain/stores.hpp"
#include "platform/db/session.hpp"

namespace aroeira::instalacoes {

/// One transaction's worth of what the module needs.
struct Ports {
    MunicipioStore& municipios;
    SettingsStore& settings;
    audit::Trail& trail;
    db::Session& session;  ///< Only to pass on to the job queue.
};

/// Filled once, in app/wiring.
struct Services {
    Unit<Ports> unit;
    const Clock& clock;
    const NationalMunicipios& national;
};

}  // namespace aroeira::instalacoes
