// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/routine.hpp"

#include "modules/transmission/operations/hours.hpp"
#include "modules/transmission/operations/job_argument.hpp"
#include "modules/transmission/operations/wake_sending.hpp"

namespace aroeira::transmission {
namespace {

constexpr std::string_view kOne = "instalacao";  // the key of the only routine

Result<void> ask_for_all(Ports& ports, const Services& services) {
    AROEIRA_TRY(const auto municipios, ports.municipios.list());
    for (const auto& municipio : municipios) {
        const std::string ibge(municipio.ibge.text());
        const auto queued = jobs::enqueue(ports.session, services.ids, services.clock,
                                          {.kind = std::string(kGenerateJob), .argument = json::text_of(GenerateArgument{ibge, std::string(identity::kRoutineKey)}),
                                           .municipio = ibge, .unique_key = ibge});
        // Somebody asked for them already.
        if (!queued && queued.error().kind == ErrorKind::conflict) continue;
        AROEIRA_CHECK(queued);
        AROEIRA_CHECK(ports.trail.record({.event = audit::Event::geracao_pedida, .actor = std::string(identity::kRoutineKey), .address = "",
                                          .entity = "lote_enviado", .municipio = ibge}));
    }
    return {};
}

Result<void> wake_all(Ports& ports, const Services& services) {
    AROEIRA_TRY(const auto destinos, ports.lotes.destinos());
    for (const auto& destino : destinos)
        if (destino.online) AROEIRA_CHECK(wake_sending(destino.id, ports, services));
    return {};
}

}  // namespace

Result<std::string> run_routine(jobs::Context& job, const Services& services) {
    AROEIRA_TRY(const auto hours, services.unit.read([](Ports& ports) { return Hours::read(ports); }));
    job.again_at(hours.next_routine(services.clock.now()));
    AROEIRA_CHECK(services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_CHECK(job.save_cursor(ports.session, "", 0, 0));
        AROEIRA_CHECK(ask_for_all(ports, services));
        return wake_all(ports, services);
    }));
    services.wake_jobs();
    return std::string("{}");
}

Result<void> ensure_routine(const Services& services) {
    return services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(const auto hours, Hours::read(ports));
        const auto queued = jobs::enqueue(ports.session, services.ids, services.clock,
                                          {.kind = std::string(kRoutineJob), .argument = "{}",
                                           .not_before = hours.next_routine(services.clock.now()), .unique_key = std::string(kOne)});
        if (!queued && queued.error().kind != ErrorKind::conflict) return queued.error();
        return wake_all(ports, services);
    });
}

Result<void> move_routine(Ports& ports, const Services& services) {
    AROEIRA_TRY(const auto hours, Hours::read(ports));
    AROEIRA_CHECK(jobs::reschedule(ports.session, kRoutineJob, kOne, hours.next_routine(services.clock.now())));
    return wake_all(ports, services);
}

}  // namespace aroeira::transmission
