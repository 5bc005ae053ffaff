// SPDX-License-Identifier: Apache-2.0
#include "modules/instalacoes/operations/processing_hours.hpp"

#include "modules/instalacoes/api/clock_time.hpp"

namespace aroeira::instalacoes {
namespace {

std::string words_of(const ProcessingHours& hours) {
    if (hours.continuous) return "continuo";
    return "janela " + clock_text(hours.from_minutes) + "-" + clock_text(hours.until_minutes);
}

}  // namespace

Result<ProcessingHours> read_processing_hours(const identity::Granted<identity::Permission::fichas_ver>&, const Services& services) {
    return services.unit.read([](Ports& ports) { return ports.settings.processing_hours(); });
}

Result<void> save_processing_hours(const identity::Granted<identity::Permission::processamento_configurar>& granted,
                                   const ProcessingHours& hours, const Services& services) {
    if (!hours.continuous && hours.from_minutes == hours.until_minutes)
        return Error{ErrorKind::invalid_input, "INST-0004", "O início e o fim do horário de processamento são iguais.",
                     {{"INST-0004", "fim", "O fim é igual ao início.", "Escolha um fim diferente ou o modo contínuo."}}};
    return services.unit.write([&](Ports& ports) { return change_processing_hours(granted.actor(), hours, ports, services); });
}

Result<void> change_processing_hours(const identity::Actor& actor, const ProcessingHours& hours, Ports& ports, const Services& services) {
    AROEIRA_TRY(const auto before, ports.settings.processing_hours());
    if (before == hours) return {};
    AROEIRA_CHECK(ports.settings.put_processing_hours(hours));
    AROEIRA_CHECK(services.reactions.processing_hours(ports.session));
    return ports.trail.record({.event = audit::Event::configuracao_alterada, .actor = actor.key, .address = actor.address,
                               .entity = "configuracao", .entity_id = "processamento",
                               .details = R"({"antes":")" + words_of(before) + R"(","depois":")" + words_of(hours) + R"("})"});
}

}  // namespace aroeira::instalacoes
