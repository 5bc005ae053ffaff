// SPDX-License-Identifier: Apache-2.0
#include "modules/relatorios/operations/mark_reports.hpp"

#include <algorithm>

#include "modules/relatorios/operations/process_reports.hpp"

namespace aroeira::relatorios {
namespace {

constexpr auto kLeitor = fichas::Leitor::relatorios;
constexpr std::string_view kOne = "instalacao";

Error going_on() {
    return {ErrorKind::conflict, "RELAT-0008", "Os relatórios já estão sendo processados. Aguarde o andamento terminar."};
}

bool is_alive(jobs::State state) { return state == jobs::State::waiting || state == jobs::State::running; }

Result<std::optional<jobs::TrabalhoId>> known_job(std::string_view kind, Ports& ports) {
    AROEIRA_TRY(const auto kept, ports.controle.trabalho(kind));
    if (!kept) return std::optional<jobs::TrabalhoId>();
    AROEIRA_TRY(auto id, jobs::TrabalhoId::parse(*kept));
    return std::optional(std::move(id));
}

Result<bool> is_going_on(std::string_view kind, Ports& ports) {
    AROEIRA_TRY(const auto id, known_job(kind, ports));
    if (!id) return false;
    AROEIRA_TRY(const auto status, jobs::status(ports.session, *id));
    return is_alive(status.state);
}

Result<jobs::TrabalhoId> start(std::string_view kind, std::string_view act, const identity::Actor& actor, Ports& ports, const Services& services) {
    auto queued = jobs::enqueue(ports.session, services.ids, services.clock,
                                {.kind = std::string(kind), .argument = "{}", .owner = actor.key, .unique_key = std::string(kOne)});
    if (!queued && queued.error().kind == ErrorKind::conflict) return going_on();
    AROEIRA_TRY(const auto id, std::move(queued));
    AROEIRA_CHECK(ports.controle.set_trabalho(kind, id.text()));
    AROEIRA_CHECK(ports.trail.record({.event = audit::Event::relatorio_gerado, .actor = actor.key, .address = actor.address,
                                      .entity = "relatorio_processamento", .entity_id = std::string(id.text()),
                                      .details = R"({"ato":")" + std::string(act) + R"("})"}));
    return id;
}

}  // namespace

Result<jobs::TrabalhoId> ask_to_mark(const MayConfigure& granted, const Services& services) {
    auto id = services.unit.write([&](Ports& ports) -> Result<jobs::TrabalhoId> {
        AROEIRA_TRY(const bool processing, is_going_on(kProcessJob, ports));
        if (processing) return going_on();
        return start(kMarkJob, "marcado", granted.actor(), ports, services);
    });
    if (id) services.wake_jobs();
    return id;
}

Result<std::string> mark_reports(jobs::Context& job, const Services& services) {
    AROEIRA_TRY(const auto municipios, services.unit.read([](Ports& ports) { return ports.municipios.list(); }));
    const auto total = static_cast<std::int64_t>(municipios.size());
    std::int64_t done = 0;
    Processadas marked;
    for (const auto& municipio : municipios) {
        if (job.should_stop()) break;
        job.progress("Marcando as fichas a processar", done, total);
        std::int64_t waiting = 0;
        AROEIRA_CHECK(services.unit.write([&](Ports& ports) -> Result<void> {
            AROEIRA_TRY(waiting, ports.fichas.waiting(municipio.ibge, kLeitor));
            AROEIRA_TRY(auto state, ports.controle.processamento(municipio.ibge));
            state.marcado = services.clock.now();
            state.marcadas = waiting;
            AROEIRA_CHECK(ports.controle.save_processamento(municipio.ibge, state));
            return job.save_cursor(ports.session, "", done + 1, total);
        }));
        marked.fichas += waiting;
        ++done;
    }
    return json::text_of(marked);
}

Result<jobs::TrabalhoId> force_processing(const MayConfigure& granted, const Services& services) {
    auto id = services.unit.write([&](Ports& ports) -> Result<jobs::TrabalhoId> {
        AROEIRA_TRY(const bool marking, is_going_on(kMarkJob, ports));
        if (marking) return going_on();
        AROEIRA_TRY(const auto municipios, ports.municipios.list());
        bool marked = false;
        for (const auto& one : municipios) {
            AROEIRA_TRY(const auto state, ports.controle.processamento(one.ibge));
            marked = marked || state.marcado.has_value();
        }
        if (!marked)
            return Error{ErrorKind::conflict, "RELAT-0001",
                         "Nada foi marcado desde o último processamento. Clique em «Marcar para processamento», aguarde o andamento e force de novo."};
        return start(kProcessJob, "forcado", granted.actor(), ports, services);
    });
    if (id) services.wake_jobs();
    return id;
}

Result<Estado> read_state(const MayConfigure&, const Services& services) {
    return services.unit.read([&](Ports& ports) -> Result<Estado> {
        Estado out;
        AROEIRA_TRY(const auto municipios, ports.municipios.list());
        for (const auto& municipio : municipios) {
            AROEIRA_TRY(auto state, ports.controle.processamento(municipio.ibge));
            out.municipios.push_back({municipio, std::move(state)});
        }
        AROEIRA_TRY(out.marcacao, known_job(kMarkJob, ports));
        AROEIRA_TRY(out.processamento, known_job(kProcessJob, ports));
        AROEIRA_TRY(out.hora_minutes, ports.settings.transmission_start_minutes());
        return out;
    });
}

}  // namespace aroeira::relatorios
