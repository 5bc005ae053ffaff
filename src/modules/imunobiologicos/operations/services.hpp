// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "base/clock.hpp"
#include "base/ids.hpp"
#include "base/unit.hpp"
#include "modules/audit/api/trail.hpp"
#include "modules/fichas/api/vaccine_use.hpp"
#include "modules/identity/api/granted.hpp"
#include "modules/imunobiologicos/domain/stores.hpp"
#include "modules/instalacoes/api/municipio_ativo.hpp"

namespace aroeira::imunobiologicos {

using MayKeep = identity::Granted<identity::Permission::lotes_imunobiologicos>;

/// One transaction's worth of what the module needs.
struct Ports {
    LoteStore& lotes;
    fichas::VaccineUse& use;
    instalacoes::MunicipiosAtivos& municipios;
    audit::Trail& trail;
};

/// Filled once, in app/wiring.
struct Services {
    Unit<Ports> unit;
    const Clock& clock;
    IdSource& ids;
};

}  // namespace aroeira::imunobiologicos
