// SPDX-License-Identifier: Apache-2.0
#include "modules/auditoria/operations/read_events.hpp"

namespace aroeira::auditoria {
namespace {

constexpr std::size_t kPage = 30;

Result<const identity::ActorName*> name_of(const std::string& key, KnownNames& known, Ports& ports) {
    auto found = known.find(key);
    if (found == known.end()) {
        AROEIRA_TRY(auto read, ports.names.find(key));
        found = known.emplace(key, std::move(read)).first;
    }
    return found->second ? &*found->second : nullptr;
}

struct Raw {
    EventLine line{};
    std::string actor{};
    std::string entity{};
    std::optional<audit::Event> kind{};
};

Raw raw_of(const audit::EventView& event) {
    Raw raw{.actor = std::string(event.actor), .entity = std::string(event.entity), .kind = audit::event_of(event.event)};
    raw.line = {.id = std::string(event.id), .instant_ms = event.instant_ms,
                .tipo = std::string(raw.kind ? audit::title_of(audit::type_of(*raw.kind)) : event.event),
                .componente = std::string(event.address), .registro = std::string(audit::record_type_title(event.entity)),
                .identificador = std::string(event.entity_id), .detalhes = audit::description_of(event)};
    if (raw.line.registro.empty()) raw.line.registro = std::string(audit::entity_title(event.entity));
    return raw;
}

/// «Login bloqueado: <CPF>», «Login ou senha incorretos e CPF»: read now, for the trail has none.
bool names_login(const Raw& raw) {
    if (!raw.kind || raw.entity != "usuario") return false;
    const auto type = audit::type_of(*raw.kind);
    return type == audit::EventType::account_locked || type == audit::EventType::login_failed;
}

Result<void> put_names(Raw& raw, KnownNames& known, Ports& ports) {
    if (raw.actor.empty()) {
        raw.line.usuario = raw.kind == audit::Event::operacao_no_banco ? "Sistema" : "Não identificado";
    } else {
        AROEIRA_TRY(const auto* who, name_of(raw.actor, known, ports));
        raw.line.usuario = who ? who->nome : raw.actor;
    }
    if (!names_login(raw)) return {};
    const identity::ActorName* login = nullptr;
    if (!raw.line.identificador.empty()) {
        AROEIRA_TRY(login, name_of(raw.line.identificador, known, ports));
    }
    const auto cpf = login && !login->login.empty() ? login->login : std::string("não cadastrado");
    if (raw.kind == audit::Event::usuario_bloqueado) raw.line.detalhes += ": " + cpf;
    else raw.line.detalhes += ". CPF: " + cpf;
    return {};
}

}  // namespace

Result<EventPage> read_lines(const audit::EventFilter& filter, const audit::Cursor& after, std::size_t most, KnownNames& known, Ports& ports) {
    EventPage page;
    std::vector<Raw> raws;
    AROEIRA_TRY(page.next, ports.events.read(filter, after, [&](const audit::EventView& event) {
        if (raws.size() == most) return false;
        raws.push_back(raw_of(event));
        return true;
    }));
    for (auto& raw : raws) {
        AROEIRA_CHECK(put_names(raw, known, ports));
        page.items.push_back(std::move(raw.line));
    }
    return page;
}

Result<void> record_access(const identity::Actor& actor, std::string details, std::string entity_id, Ports& ports) {
    return ports.trail.record({.event = audit::Event::trilha_acessada, .actor = actor.key, .address = actor.address, .entity = "auditoria",
                               .entity_id = std::move(entity_id), .municipio = chain_of(actor), .details = std::move(details)});
}

Result<EventPage> list_events(const MayAudit& granted, const Filtros& chosen, const audit::Cursor& after, const Services& services) {
    const auto chain = chain_of(granted.actor());
    // Looked for before it is recorded, so that a search does not find itself.
    AROEIRA_TRY(auto page, services.unit.read([&](Ports& ports) -> Result<EventPage> {
        AROEIRA_TRY(const auto institution, ports.institutions.describe(chain));
        AROEIRA_TRY(const auto filter, filter_of(chosen, chain, institution.utc_offset_minutes));
        KnownNames known;
        return read_lines(filter, after, kPage, known, ports);
    }));
    if (after.empty())
        AROEIRA_CHECK(services.unit.write([&](Ports& ports) { return record_access(granted.actor(), trail_details("Consulta de eventos", chosen), "", ports); }));
    return page;
}

Result<void> open_auditoria(const MayAudit& granted, const Services& services) {
    return services.unit.write([&](Ports& ports) { return record_access(granted.actor(), trail_details("Abertura do módulo Auditoria", {}), "", ports); });
}

Result<std::vector<identity::ActorName>> search_people(const MayAudit& granted, std::string_view text, const Services& services) {
    return services.unit.read([&](Ports& ports) { return ports.names.search(granted.actor().municipio, text); });
}

}  // namespace aroeira::auditoria
