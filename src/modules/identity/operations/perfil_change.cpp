// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/operations/perfil_change.hpp"

#include "platform/json/json.hpp"

namespace aroeira::identity {
namespace {

struct Details {
    std::string perfil{};
    std::vector<std::string> alteracoes{};
    static constexpr auto fields = std::tuple{json::field("perfil", &Details::perfil), json::field("alteracoes", &Details::alteracoes)};
};

/// «Adição Visualizar perfis Cadastrar, editar e excluir»: where, and what may be done there.
std::string line_of(std::string_view change, std::string_view caminho) {
    const auto place = find_recurso(caminho);
    std::string line(change);
    if (!place) return line + " " + std::string(caminho) + " Acessar";
    const auto& recurso = recursos()[*place];
    if (!recurso.pai) return line + " " + std::string(recurso.nome) + " Acessar";
    return line + " " + std::string(recursos()[*recurso.pai].caminho) + " " + std::string(recurso.nome);
}

Result<void> record(const Perfil& perfil, const Details& details, const Actor& actor, Ports& ports) {
    audit::Entry entry{.event = audit::Event::perfil_configurado, .actor = actor.key, .address = actor.address, .entity = "perfil",
                       .entity_id = perfil.id};
    if (perfil.municipio) entry.municipio = std::string(perfil.municipio->text());
    entry.details = json::text_of(details);
    return ports.trail.record(entry);
}

}  // namespace

Result<void> record_change(const Perfil& perfil, const RecursoSet& before, const RecursoSet& after, const Actor& actor, Ports& ports) {
    Details details{.perfil = perfil.nome};
    for (const auto caminho : after)
        if (!before.contains(caminho)) details.alteracoes.push_back(line_of("Adição", caminho));
    for (const auto caminho : before)
        if (!after.contains(caminho)) details.alteracoes.push_back(line_of("Remoção", caminho));
    if (details.alteracoes.empty()) return {};
    return record(perfil, details, actor, ports);
}

Result<void> record_act(const Perfil& perfil, std::string_view act, const Actor& actor, Ports& ports) {
    return record(perfil, {.perfil = perfil.nome, .alteracoes = {std::string(act)}}, actor, ports);
}

}  // namespace aroeira::identity
