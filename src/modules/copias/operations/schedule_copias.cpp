// SPDX-License-Identifier: Apache-2.0
#include "modules/copias/operations/schedule_copias.hpp"

#include <unistd.h>

#include <filesystem>

#include "modules/copias/operations/make_copia.hpp"
#include "platform/json/json.hpp"

namespace aroeira::copias {
namespace {

namespace fs = std::filesystem;
constexpr int kKeepMax = 400;
constexpr int kBrasiliaMinutes = -180;  // While no município is active.
constexpr int kNoAgendaMinute = 2 * 60;

struct Detalhes {
    std::string pasta{};
    int minuto = 0;
    int manter = 0;
    static constexpr auto fields = std::tuple{json::field("pasta", &Detalhes::pasta), json::field("minuto", &Detalhes::minuto),
                                              json::field("manter", &Detalhes::manter)};
};

Error refused(std::string message) { return {ErrorKind::invalid_input, "COPIA-0014", std::move(message)}; }

Result<Instant> next_run(Ports& ports, Instant now) {
    AROEIRA_TRY(const auto agenda, ports.copias.agenda());
    AROEIRA_TRY(const auto municipios, ports.municipios.list());
    return next_time(agenda ? agenda->minuto : kNoAgendaMinute, now, municipios.empty() ? kBrasiliaMinutes : municipios.front().utc_offset_minutes);
}

Result<void> move_routine(Ports& ports, const Services& services) {
    AROEIRA_TRY(const auto at, next_run(ports, services.clock.now()));
    AROEIRA_CHECK(jobs::reschedule(ports.session, kRoutineJob, kOnlyRoutine, at));
    return {};
}

Result<void> record_change(Ports& ports, const identity::Actor& actor, const std::string& details) {
    return ports.trail.record({.event = audit::Event::configuracao_alterada, .actor = actor.key, .address = actor.address, .entity = "configuracao",
                               .entity_id = "copias", .details = details});
}

/// Only files this program made by itself, and only when the new one is there.
Result<void> remove_old(int keep, const Services& services) {
    AROEIRA_TRY(const auto old, services.unit.read([&](Ports& ports) { return ports.copias.beyond(keep); }));
    for (const auto& one : old) {
        std::error_code failed;
        fs::remove(one.arquivo, failed);
        // A disk that is away today is looked at tomorrow.
        if (failed) continue;
        AROEIRA_CHECK(services.unit.write([&](Ports& ports) { return ports.copias.mark_removed(one.id); }));
    }
    return {};
}

}  // namespace

Result<void> check(const NewAgenda& agenda) {
    std::error_code failed;
    if (!fs::path(agenda.pasta).is_absolute()) return refused("A pasta das cópias deve ser o caminho inteiro, que começa por «/».");
    if (!fs::is_directory(agenda.pasta, failed)) return refused("A pasta das cópias não existe. Crie-a, com o dono que roda o programa, e tente de novo.");
    if (::access(agenda.pasta.c_str(), W_OK | X_OK) != 0) return refused("O programa não pode gravar na pasta das cópias. Corrija o dono ou as permissões dela.");
    if (agenda.manter < 1 || agenda.manter > kKeepMax) return refused("Guarde de 1 a 400 cópias.");
    if (agenda.minuto < 0 || agenda.minuto >= 24 * 60) return refused("O horário deve ter a forma HH:MM, de 00:00 a 23:59.");
    return {};
}

Result<void> schedule_copias(const MayCopy& granted, const NewAgenda& agenda, const Services& services) {
    AROEIRA_CHECK(check(agenda));
    return services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_CHECK(ports.copias.put_agenda({.pasta = agenda.pasta, .minuto = agenda.minuto, .manter = agenda.manter, .sal = agenda.lock.salt,
                                               .passadas = agenda.lock.cost.passes, .memoria_kib = agenda.lock.cost.memory_kib,
                                               .chave_publica = agenda.lock.public_key, .ator = granted.actor().key, .desde = services.clock.now()}));
        AROEIRA_CHECK(move_routine(ports, services));
        return record_change(ports, granted.actor(), json::text_of(Detalhes{agenda.pasta, agenda.minuto, agenda.manter}));
    });
}

Result<void> unschedule_copias(const MayCopy& granted, const Services& services) {
    return services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(const auto agenda, ports.copias.agenda());
        if (!agenda) return {};
        AROEIRA_CHECK(ports.copias.remove_agenda());
        return record_change(ports, granted.actor(), "{}");
    });
}

Result<std::string> run_routine(jobs::Context& job, const Services& services) {
    std::optional<Agenda> agenda;
    AROEIRA_TRY(const auto again, services.unit.read([&](Ports& ports) -> Result<Instant> {
        AROEIRA_TRY(agenda, ports.copias.agenda());
        return next_run(ports, services.clock.now());
    }));
    job.again_at(again);
    if (!agenda) return std::string("{}");
    const backup::Lock lock{agenda->sal, {static_cast<std::uint32_t>(agenda->passadas), static_cast<std::uint32_t>(agenda->memoria_kib)}, agenda->chave_publica};
    const auto path = agenda->pasta + "/" + file_name_at(services.clock.now());
    AROEIRA_TRY(const auto made, make_scheduled(path, lock, services, [&](const backup::Seen& seen) {
        job.progress("Copiando " + std::string(seen.table), seen.rows, 0);
        return !job.should_stop();
    }));
    AROEIRA_CHECK(remove_old(agenda->manter, services));
    return "{\"arquivo\":" + json::text_of(made.arquivo) + "}";
}

Result<void> ensure_routine(const Services& services) {
    return services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(const auto at, next_run(ports, services.clock.now()));
        const auto queued = jobs::enqueue(ports.session, services.ids, services.clock,
                                          {.kind = std::string(kRoutineJob), .argument = "{}", .not_before = at, .unique_key = std::string(kOnlyRoutine)});
        if (!queued && queued.error().kind != ErrorKind::conflict) return queued.error();
        return {};
    });
}

}  // namespace aroeira::copias
