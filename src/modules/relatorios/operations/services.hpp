// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>

#include "base/ids.hpp"
#include "base/unit.hpp"
#include "modules/audit/api/trail.hpp"
#include "modules/estabelecimentos/api/quadro.hpp"
#include "modules/fichas/api/novidades.hpp"
#include "modules/identity/api/granted.hpp"
#include "modules/instalacoes/api/municipio_ativo.hpp"
#include "modules/instalacoes/api/settings.hpp"
#include "modules/relatorios/domain/stores.hpp"
#include "platform/db/session.hpp"

namespace aroeira::relatorios {

using MayConfigure = identity::Granted<identity::Permission::relatorios_configurar>;
using MaySee = identity::Granted<identity::Permission::relatorios_ver>;

/// One transaction's worth of what the reports need.
struct Ports {
    SomaStore& somas;
    ContadasStore& contadas;
    ControleStore& controle;
    fichas::FichaNews& fichas;
    estabelecimentos::Quadro& quadro;
    instalacoes::MunicipiosAtivos& municipios;
    instalacoes::Settings& settings;
    audit::Trail& trail;
    db::Session& session;  ///< Only to pass on: to the job queue and to a job's cursor.
};

/// Filled once, in app/wiring.
struct Services {
    Unit<Ports> unit;
    const Clock& clock;
    IdSource& ids;
    const Contador& contador;
    std::function<void()> wake_jobs;
};

constexpr std::string_view kProcessJob = "relatorios_processar";
constexpr std::string_view kMarkJob = "relatorios_marcar";
constexpr std::string_view kRoutineJob = "relatorios_rotina";

}  // namespace aroeira::relatorios
