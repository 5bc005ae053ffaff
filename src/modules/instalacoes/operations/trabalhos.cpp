// SPDX-License-Identifier: Apache-2.0
#include "modules/instalacoes/operations/trabalhos.hpp"

namespace aroeira::instalacoes {
namespace {

bool reaches(const identity::Actor& actor, const jobs::Status& status) {
    if (!actor.municipio || (!status.owner.empty() && status.owner == actor.key)) return true;
    return status.municipio && *status.municipio == actor.municipio->text();
}

Error unknown() { return {ErrorKind::not_found, "JOBS-0002", "Este trabalho não existe ou não é do seu município."}; }

/// The status, or nothing when it is of others or does not exist.
Result<std::optional<jobs::Status>> visible(const identity::Actor& actor, const jobs::TrabalhoId& id, Ports& ports) {
    auto status = jobs::status(ports.session, id);
    if (!status && status.error().kind == ErrorKind::not_found) return std::optional<jobs::Status>();
    if (!status) return std::move(status).error();
    if (!reaches(actor, *status)) return std::optional<jobs::Status>();
    return std::optional(std::move(status).value());
}

Result<void> record_refusal(const identity::Actor& actor, const jobs::TrabalhoId& id, const Services& services) {
    return services.unit.write([&](Ports& ports) {
        audit::Entry entry{.event = audit::Event::acesso_negado, .actor = actor.key, .address = actor.address,
                           .entity = "trabalho", .entity_id = std::string(id.text())};
        if (actor.municipio) entry.municipio = std::string(actor.municipio->text());
        return ports.trail.record(entry);
    });
}

}  // namespace

Result<jobs::Status> find_trabalho(const identity::Granted<identity::Permission::trabalhos_ver>& granted,
                                   const jobs::TrabalhoId& id, const Services& services) {
    AROEIRA_TRY(auto status, services.unit.read([&](Ports& ports) { return visible(granted.actor(), id, ports); }));
    if (status) return std::move(*status);
    AROEIRA_CHECK(record_refusal(granted.actor(), id, services));
    return unknown();
}

Result<jobs::Status> cancel_trabalho(const identity::Granted<identity::Permission::trabalhos_ver>& granted,
                                     const jobs::TrabalhoId& id, const Services& services) {
    AROEIRA_CHECK(find_trabalho(granted, id, services));
    return services.unit.write([&](Ports& ports) -> Result<jobs::Status> {
        AROEIRA_CHECK(jobs::cancel(ports.session, services.clock, id));
        AROEIRA_TRY(auto status, jobs::status(ports.session, id));
        AROEIRA_CHECK(services.reactions.trabalho_cancelled(ports.session, status));
        audit::Entry entry{.event = audit::Event::trabalho_cancelado, .actor = granted.actor().key,
                           .address = granted.actor().address, .entity = "trabalho", .entity_id = std::string(id.text())};
        entry.municipio = status.municipio;
        AROEIRA_CHECK(ports.trail.record(entry));
        return status;
    });
}

}  // namespace aroeira::instalacoes
