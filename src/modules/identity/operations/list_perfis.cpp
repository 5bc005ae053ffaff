// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/operations/list_perfis.hpp"

#include "base/text.hpp"

namespace aroeira::identity {

Result<RecursoSet> active_recursos(const Perfil& perfil, PerfilStore& perfis) {
    if (perfil.as_shipped()) return recursos_padrao(perfil.id);
    AROEIRA_TRY(const auto kept, perfis.recursos(perfil));
    RecursoSet active;
    for (const auto& one : kept) {
        // What this version does not know opens nothing.
        const auto place = find_recurso(one.caminho);
        if (one.ativo && place) active.insert(recursos()[*place].caminho);
    }
    return active;
}

Result<Perfil> require_perfil(const Ibge& municipio, std::string_view id, PerfilStore& perfis) {
    AROEIRA_TRY(const auto found, perfis.find(municipio, id));
    if (!found) return Error{ErrorKind::not_found, "ACESSO-0102", "Este perfil não existe mais. Volte à lista."};
    return *found;
}

Result<PerfilPage> list_perfis(const PerfisSeen& granted, PerfilFilter filter, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio());
    filter.busca = text::fold(filter.busca);
    return services.unit.read([&](Ports& ports) { return ports.perfis.list(municipio, filter); });
}

Result<PerfilDescribed> read_perfil(const PerfisSeen& granted, std::string_view id, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio());
    return services.unit.read([&](Ports& ports) -> Result<PerfilDescribed> {
        PerfilDescribed described;
        AROEIRA_TRY(described.perfil, require_perfil(municipio, id, ports.perfis));
        AROEIRA_TRY(described.recursos, active_recursos(described.perfil, ports.perfis));
        AROEIRA_TRY(described.use, ports.perfis.use_of(municipio, id));
        return described;
    });
}

}  // namespace aroeira::identity
