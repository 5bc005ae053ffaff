// SPDX-License-Identifier: Apache-2.0
#include "modules/relatorios/operations/routine.hpp"

#include "base/local_time.hpp"
#include "modules/relatorios/operations/process_reports.hpp"

namespace aroeira::relatorios {
namespace {

constexpr std::string_view kOne = "instalacao";  // the key of the only routine
constexpr int kBrasilia = -180;                  // minutes, while there is no município

Result<Instant> next_hour(Ports& ports, Instant now) {
    AROEIRA_TRY(const auto minutes, ports.settings.transmission_start_minutes());
    AROEIRA_TRY(const auto municipios, ports.municipios.list());
    return next_time(minutes, now, municipios.empty() ? kBrasilia : municipios.front().utc_offset_minutes);
}

}  // namespace

Result<std::string> run_routine(jobs::Context& job, const Services& services) {
    AROEIRA_TRY(const auto next, services.unit.read([&](Ports& ports) { return next_hour(ports, services.clock.now()); }));
    job.again_at(next);
    AROEIRA_CHECK(services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_CHECK(job.save_cursor(ports.session, "", 0, 0));
        AROEIRA_CHECK(ask_to_process(ports, services, identity::kRoutineKey));
        return {};
    }));
    services.wake_jobs();
    return std::string("{}");
}

Result<void> ensure_routine(const Services& services) {
    return services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(const auto next, next_hour(ports, services.clock.now()));
        const auto queued = jobs::enqueue(ports.session, services.ids, services.clock,
                                          {.kind = std::string(kRoutineJob), .argument = "{}", .not_before = next, .unique_key = std::string(kOne)});
        if (!queued && queued.error().kind != ErrorKind::conflict) return queued.error();
        return {};
    });
}

Result<void> move_routine(Ports& ports, const Services& services) {
    AROEIRA_TRY(const auto next, next_hour(ports, services.clock.now()));
    AROEIRA_CHECK(jobs::reschedule(ports.session, kRoutineJob, kOne, next));
    return {};
}

}  // namespace aroeira::relatorios
