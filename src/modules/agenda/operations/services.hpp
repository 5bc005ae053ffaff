// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "base/ids.hpp"
#include "base/unit.hpp"
#include "modules/agenda/domain/agenda.hpp"
#include "modules/audit/api/trail.hpp"
#include "modules/estabelecimentos/api/lotacoes.hpp"
#include "modules/identity/api/granted.hpp"
#include "modules/identity/api/people.hpp"

namespace aroeira::agenda {

/// One transaction's worth of what the module needs.
struct Ports {
    AgendaStore& agendas;
    estabelecimentos::Lotacoes& lotacoes;
    gestao::AgendasPadrao& padrao;
    identity::People& people;
    audit::Trail& trail;
};

/// Filled once, in app/wiring.
struct Services {
    Unit<Ports> unit;
    const Clock& clock;
    IdSource& ids;
};

using AgendaGranted = identity::Granted<identity::Permission::agenda_gerenciar>;

}  // namespace aroeira::agenda
