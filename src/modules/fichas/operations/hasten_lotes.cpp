// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/operations/hasten_lotes.hpp"

#include "modules/fichas/operations/hours.hpp"
#include "platform/jobs/jobs.hpp"

namespace aroeira::fichas {

Result<std::int64_t> hasten_lotes(Ports& ports, const Clock& clock) {
    AROEIRA_TRY(const auto hours, ports.installation.processing_hours());
    AROEIRA_TRY(const auto municipios, ports.fichas.municipios_waiting());
    std::int64_t hastened = 0;
    for (const auto& municipio : municipios) {
        AROEIRA_TRY(const auto offset, ports.installation.utc_offset_minutes(municipio));
        if (processing_start(hours, clock.now(), offset)) continue;
        AROEIRA_TRY(const auto count, jobs::hasten(ports.session, kProcessJob, municipio.text()));
        hastened += count;
    }
    return hastened;
}

}  // namespace aroeira::fichas
