// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>

#include "base/unit.hpp"
#include "modules/fichas/api/arriving_lotes.hpp"
#include "modules/fichas/api/ficha_verdicts.hpp"
#include "modules/identity/api/granted.hpp"
#include "modules/identity/api/security.hpp"
#include "modules/instalacoes/api/municipio_ativo.hpp"
#include "modules/instalacoes/api/settings.hpp"
#include "modules/transmission/domain/agenda.hpp"
#include "modules/transmission/domain/chegada_store.hpp"
#include "platform/db/session.hpp"

/// Receiving shares nothing with sending but the words on the wire, so it has ports of its own.
namespace aroeira::transmission {

using MayReceive = identity::Granted<identity::Permission::fichas_receber>;

/// One transaction's worth of what receiving lotes over the network needs.
struct ArrivalPorts {
    ChegadaStore& chegadas;
    AgendaStore& agenda;
    fichas::ArrivingLotes& lotes;
    fichas::FichaVerdicts& vereditos;
    instalacoes::MunicipiosAtivos& municipios;
    instalacoes::Settings& settings;      ///< What kind of installation we are.
    identity::SecuritySettings& security;  ///< Whether we receive over the network at all.
    db::Session& session;                  ///< Only to pass on.
};

/// Filled once, in app/wiring.
struct ArrivalServices {
    Unit<ArrivalPorts> unit;
    const Clock& clock;
    /// Makes a município active because a lote of it came, where the kind of the installation says so;
    /// false where it does not. In the transaction of the session.
    std::function<Result<bool>(db::Session&, const Ibge&, const identity::Actor&)> activate;
    std::function<void()> wake_jobs;
    /// `at_once`: what the installation chose; nothing: 20 for the Centralizador Nacional, no limit for the others.
    ArrivalLimits limits{};
    std::optional<int> at_once{};
};

}  // namespace aroeira::transmission
