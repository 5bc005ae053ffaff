// SPDX-License-Identifier: Apache-2.0
#include "modules/instalacoes/operations/transmission_hours.hpp"

#include "modules/instalacoes/api/clock_time.hpp"
#include "modules/instalacoes/operations/processing_hours.hpp"

namespace aroeira::instalacoes {
namespace {

constexpr int kDayMinutes = 24 * 60;

/// What is processed as it comes needs no window.
Result<void> move_processing(const identity::Actor& actor, int start_minutes, Ports& ports, const Services& services) {
    AROEIRA_TRY(const auto hours, ports.settings.processing_hours());
    if (hours.continuous) return {};
    return change_processing_hours(actor, {false, start_minutes, (start_minutes + kTransmissionMinutes) % kDayMinutes}, ports, services);
}

}  // namespace

Result<int> read_transmission_start(const MayTransmit&, const Services& services) {
    return services.unit.read([](Ports& ports) { return ports.settings.transmission_start_minutes(); });
}

Result<void> save_transmission_start(const MayTransmit& granted, int start_minutes, const Services& services) {
    return services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(const int before, ports.settings.transmission_start_minutes());
        if (before == start_minutes) return {};
        AROEIRA_CHECK(move_processing(granted.actor(), start_minutes, ports, services));
        AROEIRA_CHECK(ports.settings.put_transmission_start(start_minutes));
        AROEIRA_CHECK(services.reactions.transmission_hours(ports.session));
        return ports.trail.record({.event = audit::Event::configuracao_alterada, .actor = granted.actor().key,
                                   .address = granted.actor().address, .entity = "configuracao", .entity_id = "transmissao",
                                   .details = R"({"antes":")" + clock_text(before) + R"(","depois":")" + clock_text(start_minutes) + R"("})"});
    });
}

}  // namespace aroeira::instalacoes
