// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/operations/manage_acessos.hpp"

#include <algorithm>

namespace aroeira::identity {
namespace {

Error nobody() { return {ErrorKind::not_found, "ACESSO-0022", "Usuário não encontrado."}; }

/// Which perfis are given to a person and not to a lotação, by who.
bool may_give(const Actor& actor, const Perfil& perfil) {
    switch (perfil.acesso) {
        case TipoAcesso::gestor_municipal: return true;
        case TipoAcesso::gestor_estadual: return perfil.municipio.has_value() || !actor.municipio;
        case TipoAcesso::administrador_municipal:
        case TipoAcesso::administrador_instalacao: return !actor.municipio;
        case TipoAcesso::lotacao: return false;
    }
    return false;
}

bool reaches(const Actor& actor, const Acesso& acesso) { return !actor.municipio || acesso.municipio == actor.municipio; }

Result<void> record(audit::Event event, const Acesso& acesso, const Actor& actor, Ports& ports) {
    audit::Entry entry{.event = event, .actor = actor.key, .address = actor.address, .entity = "usuario",
                       .entity_id = std::string(acesso.usuario.text())};
    if (acesso.municipio) entry.municipio = std::string(acesso.municipio->text());
    entry.details = R"({"perfil":")" + acesso.perfil + R"("})";
    return ports.trail.record(entry);
}

}  // namespace

Result<std::vector<AcessoDescrito>> acessos_of(const AcessosGranted& granted, const UsuarioId& usuario, const Services& services) {
    return services.unit.read([&](Ports& ports) -> Result<std::vector<AcessoDescrito>> {
        AROEIRA_TRY(const auto known, ports.usuarios.find(usuario));
        if (!known) return nobody();
        AROEIRA_TRY(const auto acessos, ports.usuarios.acessos_of(usuario));
        std::vector<AcessoDescrito> seen;
        for (const auto& acesso : acessos) {
            if (!reaches(granted.actor(), acesso)) continue;
            AROEIRA_TRY(auto place, ports.places.describe(acesso.municipio, acesso.lotacao));
            seen.push_back({acesso, std::move(place)});
        }
        return seen;
    });
}

Result<bool> uses_second_factor(const AcessosGranted&, const UsuarioId& usuario, const Services& services) {
    return services.unit.read([&](Ports& ports) -> Result<bool> {
        AROEIRA_TRY(const auto fator, ports.fatores.find(usuario));
        return fator && fator->ativo;
    });
}

Result<std::vector<Perfil>> perfis_to_give(const AcessosGranted& granted, const std::optional<Ibge>& asked, const Services& services) {
    auto municipio = asked;
    if (granted.actor().municipio) {
        AROEIRA_TRY(municipio, granted.municipio(asked));
    }
    return services.unit.read([&](Ports& ports) -> Result<std::vector<Perfil>> {
        std::vector<Perfil> offered;
        for (const auto kind : {TipoAcesso::gestor_municipal, TipoAcesso::gestor_estadual, TipoAcesso::administrador_municipal, TipoAcesso::administrador_instalacao}) {
            AROEIRA_TRY(const auto perfis, ports.perfis.offered(municipio, kind));
            std::copy_if(perfis.begin(), perfis.end(), std::back_inserter(offered), [&](const Perfil& one) { return may_give(granted.actor(), one); });
        }
        return offered;
    });
}

Result<Acesso> give_acesso(const AcessosGranted& granted, const UsuarioId& usuario, const NewAcesso& fresh, const Services& services) {
    const Actor& actor = granted.actor();
    if (actor.key == usuario.text())
        return Error{ErrorKind::forbidden, "ACESSO-0112", "Ninguém dá um acesso a si mesmo. Peça a outra pessoa que administra acessos."};
    auto municipio = fresh.municipio;
    if (actor.municipio) {
        AROEIRA_TRY(municipio, granted.municipio(fresh.municipio));
    }
    Acesso acesso{services.ids.make<Acesso>(), usuario, fresh.perfil, municipio, {}};
    AROEIRA_CHECK(services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(const auto known, ports.usuarios.find(usuario));
        if (!known) return nobody();
        AROEIRA_TRY(const auto perfil, ports.perfis.find(municipio, fresh.perfil));
        if (!perfil || !perfil->ativo || !may_give(actor, *perfil))
            return Error{ErrorKind::invalid_input, "ACESSO-0113", "Este perfil não pode ser dado aqui.",
                         {{"ACESSO-0113", "perfil", "O perfil não existe, está inativo ou é de uma lotação.", "Escolha um perfil da lista."}}};
        if (!perfil->municipal()) acesso.municipio = std::nullopt;
        if (perfil->municipal() && !municipio)
            return Error{ErrorKind::invalid_input, "ACESSO-0034", "O perfil e o município do acesso não combinam.",
                         {{"ACESSO-0034", "municipio", "Este perfil é de um município.", "Escolha o município."}}};
        AROEIRA_TRY(const auto before, ports.usuarios.acessos_of(usuario));
        for (const auto& one : before)
            if (one.perfil == acesso.perfil && one.municipio == acesso.municipio && !one.lotacao)
                return Error{ErrorKind::conflict, "ACESSO-0114", "Esta pessoa já tem este acesso."};
        AROEIRA_CHECK(ports.usuarios.insert_acesso(acesso));
        acesso.described = *perfil;
        return record(audit::Event::acesso_dado, acesso, actor, ports);
    }));
    return acesso;
}

Result<void> take_acesso(const AcessosGranted& granted, const UsuarioId& usuario, const AcessoId& id, const Services& services) {
    const Actor& actor = granted.actor();
    return services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(const auto acessos, ports.usuarios.acessos_of(usuario));
        const auto found = std::find_if(acessos.begin(), acessos.end(), [&](const Acesso& a) { return a.id == id; });
        if (found == acessos.end() || !reaches(actor, *found) || found->lotacao || !may_give(actor, found->described))
            return Error{ErrorKind::not_found, "ACESSO-0115", "Este acesso não existe mais, ou é de uma lotação. Atualize a lista."};
        if (found->perfil == perfil_padrao::instalador) {
            AROEIRA_TRY(const bool another, ports.usuarios.another_administrator(usuario));
            if (!another)
                return Error{ErrorKind::conflict, "ACESSO-0041",
                             "Esta é a única pessoa que administra a instalação. Dê o acesso a outra antes de retirá-lo."};
        }
        AROEIRA_CHECK(ports.usuarios.inactivate_acesso(id));
        return record(audit::Event::acesso_retirado, *found, actor, ports);
    });
}

}  // namespace aroeira::identity
