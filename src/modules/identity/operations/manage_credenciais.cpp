// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/operations/manage_credenciais.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "modules/identity/operations/own_credencial.hpp"

namespace aroeira::identity {
namespace {

constexpr std::size_t kNameBytesMax = 120;

Result<std::string> checked_name(std::string_view text) {
    const std::string name(text::trim(text));
    const bool control = std::any_of(name.begin(), name.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; });
    if (!name.empty() && name.size() <= kNameBytesMax && !control) return name;
    return Error{ErrorKind::invalid_input, "ACESSO-0030", "Dê um nome à credencial.",
                 {{"ACESSO-0030", "nome", "O nome deve ter de 1 a 120 letras.", "Use o nome do sistema que vai enviar as fichas."}}};
}

}  // namespace

Result<Credencial> own_credencial(const CredenciaisGranted& granted, const CredencialId& id, Ports& ports) {
    AROEIRA_TRY(auto credencial, ports.credenciais.find(id));
    const auto& mine = granted.actor().municipio;
    if (!credencial || (mine && credencial->municipio != mine))
        return Error{ErrorKind::not_found, "ACESSO-0031", "Credencial não encontrada. Atualize a lista."};
    return std::move(*credencial);
}

audit::Entry entry_of(audit::Event event, const Actor& actor, const Credencial& credencial) {
    audit::Entry entry{.event = event, .actor = actor.key, .address = actor.address, .entity = "credencial",
                       .entity_id = std::string(credencial.id.text())};
    if (credencial.municipio) entry.municipio = std::string(credencial.municipio->text());
    return entry;
}

Result<std::vector<Credencial>> list_credenciais(const CredenciaisGranted& granted, const Services& services) {
    return services.unit.read([&](Ports& ports) { return ports.credenciais.list(granted.actor().municipio); });
}

Result<CredencialCriada> create_credencial(const CredenciaisGranted& granted, std::string_view nome,
                                           const std::optional<Ibge>& municipio, const Services& services) {
    AROEIRA_TRY(auto name, checked_name(nome));
    std::optional<Ibge> bound;
    if (municipio || granted.actor().municipio) {
        AROEIRA_TRY(bound, granted.municipio(municipio));
    }
    CredencialCriada made{.credencial = {.id = services.ids.make<Credencial>()}, .segredo = services.secrets.token()};
    Credencial& credencial = made.credencial;
    credencial.nome = std::move(name);
    credencial.usuario = "ledi-" + services.secrets.token().substr(0, 12);
    credencial.segredo_hash = hash_of_token(made.segredo);
    credencial.municipio = bound;
    credencial.criada = services.clock.now();
    credencial.criada_por = granted.actor().key;
    AROEIRA_CHECK(services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_CHECK(ports.credenciais.insert(credencial));
        return ports.trail.record(entry_of(audit::Event::credencial_criada, granted.actor(), credencial));
    }));
    return made;
}

Result<void> inactivate_credencial(const CredenciaisGranted& granted, const CredencialId& id, const Services& services) {
    return services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(const auto credencial, own_credencial(granted, id, ports));
        AROEIRA_TRY(const bool changed, ports.credenciais.inactivate(id));
        if (!changed) return {};
        // The certificate may serve another one.
        AROEIRA_CHECK(ports.credenciais.remove_certificado(id));
        AROEIRA_CHECK(ports.sessoes.remove_of_credencial(id));
        return ports.trail.record(entry_of(audit::Event::credencial_inativada, granted.actor(), credencial));
    });
}

}  // namespace aroeira::identity
