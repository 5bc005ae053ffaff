// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/wake_sending.hpp"

#include "modules/transmission/operations/job_argument.hpp"
#include "platform/jobs/jobs.hpp"

namespace aroeira::transmission {

Result<void> wake_sending(const DestinoId& destino, Ports& ports, const Services& services) {
    const std::string key(destino.text());
    AROEIRA_TRY(const bool woken, jobs::wake(ports.session, kSendJob, key));
    if (woken) return {};
    AROEIRA_CHECK(jobs::enqueue(ports.session, services.ids, services.clock,
                                {.kind = std::string(kSendJob), .argument = json::text_of(SendArgument{key}), .unique_key = key}));
    return {};
}

Result<void> wake_sending(std::span<const DestinoDoLote> destinos, const Services& services) {
    AROEIRA_CHECK(services.unit.write([&](Ports& ports) -> Result<void> {
        for (const auto& destino : destinos)
            if (destino.online) AROEIRA_CHECK(wake_sending(destino.id, ports, services));
        return {};
    }));
    services.wake_jobs();
    return {};
}

}  // namespace aroeira::transmission
