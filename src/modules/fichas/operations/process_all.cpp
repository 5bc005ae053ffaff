// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/operations/process_all.hpp"

#include "platform/jobs/jobs.hpp"

namespace aroeira::fichas {

Result<std::int64_t> process_all(const identity::Granted<identity::Permission::fichas_processar>& granted,
                                 const std::optional<Ibge>& asked, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    auto hastened = services.unit.write([&](Ports& ports) -> Result<std::int64_t> {
        AROEIRA_TRY(const auto count, jobs::hasten(ports.session, kProcessJob, municipio.text()));
        AROEIRA_CHECK(ports.trail.record({.event = audit::Event::lote_processado, .actor = granted.actor().key,
                                          .address = granted.actor().address, .entity = "municipio",
                                          .entity_id = std::string(municipio.text()),
                                          .municipio = std::string(municipio.text()),
                                          .details = R"({"lotes":)" + std::to_string(count) + "}"}));
        return count;
    });
    if (hastened) services.wake_jobs();
    return hastened;
}

}  // namespace aroeira::fichas
