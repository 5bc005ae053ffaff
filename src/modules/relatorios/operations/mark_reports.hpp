// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/relatorios/operations/services.hpp"
#include "platform/jobs/jobs.hpp"

namespace aroeira::relatorios {

/// «Marcar para processamento»: the job that finds out what is to be processed in every município.
/// Errors: `conflict` RELAT-0008 while it, or the processing, is going on. Source: manual, 3.7.6.2.
Result<jobs::TrabalhoId> ask_to_mark(const MayConfigure& granted, const Services& services);
Result<std::string> mark_reports(jobs::Context& job, const Services& services);

/// «Forçar o processamento»: the reports are brought up to date now.
/// Errors: `conflict` RELAT-0001 when nothing was marked since they last were, RELAT-0008 while it is going on.
/// Source: manual, 3.7.6.2.
Result<jobs::TrabalhoId> force_processing(const MayConfigure& granted, const Services& services);

/// How far each município is, and the jobs last asked for.
struct EstadoDoMunicipio {
    instalacoes::MunicipioAtivo municipio;
    Processamento processamento{};
};
struct Estado {
    std::vector<EstadoDoMunicipio> municipios{};
    std::optional<jobs::TrabalhoId> marcacao{}, processamento{};
    int hora_minutes = 0;  ///< When they are processed every night, after midnight where the installation is.
};
Result<Estado> read_state(const MayConfigure& granted, const Services& services);

}  // namespace aroeira::relatorios
