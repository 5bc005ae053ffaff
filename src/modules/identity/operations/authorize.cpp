// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/operations/authorize.hpp"

#include "modules/identity/domain/termo.hpp"

namespace aroeira::identity {
namespace {

constexpr std::string_view kCredencialPerfil = "Credencial de integração";

Error without_permission() {
    return {ErrorKind::forbidden, "ACESSO-0002", "Seu perfil não permite esta ação. Peça ao administrador, se precisar dela."};
}

/// Whether this session may do it; the Error otherwise.
Result<void> may(const Sessao& sessao, Permission permission) {
    if (sessao.credencial) {
        if (permission == Permission::fichas_receber) return {};
        return without_permission();
    }
    if (sessao.falta_codigo) return half_inside();
    if (sessao.trocar_senha)
        return Error{ErrorKind::forbidden, "ACESSO-0007", "Troque a senha para continuar."};
    if (sessao.termo < kTermoVersao) return Error{ErrorKind::forbidden, "ACESSO-0008", "Leia e aceite os termos de uso para continuar."};
    if (!sessao.acesso) return Error{ErrorKind::forbidden, "ACESSO-0004", "Escolha o acesso para continuar."};
    if (sessao.falta_segundo_fator)
        return Error{ErrorKind::forbidden, "ACESSO-0125", "Ligue a verificação em duas etapas para continuar: esta instalação a exige de quem administra."};
    if (!sessao.permissoes.has(permission)) return without_permission();
    return {};
}

Actor actor_of(const Sessao& sessao, std::string_view address) {
    Actor actor{.kind = sessao.credencial ? Actor::Kind::credencial : Actor::Kind::person, .key = sessao.key(),
                .name = sessao.nome};
    actor.perfil = sessao.acesso ? std::string_view(sessao.acesso->described.nome) : kCredencialPerfil;
    actor.municipio = sessao.acesso ? sessao.acesso->municipio : sessao.municipio_da_credencial;
    actor.address = address;
    return actor;
}

Result<Actor> person_again(Permission permission, const UsuarioId& id, const std::optional<Ibge>& municipio, Ports& ports,
                            PerfilBook& book) {
    AROEIRA_TRY(const auto usuario, ports.usuarios.find(id));
    if (!usuario || !usuario->ativo) return without_permission();
    AROEIRA_TRY(const auto acessos, ports.usuarios.acessos_of(id));
    const Acesso* chosen = nullptr;
    for (const auto& acesso : acessos) {
        const bool reaches = !municipio || !acesso.municipio || *acesso.municipio == *municipio;
        if (!reaches) continue;
        AROEIRA_TRY(const auto may, permissions_of(acesso.described, ports.perfis, book));
        if (!may.has(permission)) continue;
        // For one município the narrowest acesso suffices; without one, the widest is meant.
        const bool better = municipio ? acesso.municipio.has_value() : !acesso.municipio;
        if (!chosen || better) chosen = &acesso;
    }
    if (!chosen) return without_permission();
    Actor actor{.kind = Actor::Kind::person, .key = std::string(id.text()), .name = usuario->nome};
    actor.perfil = chosen->described.nome;
    actor.municipio = chosen->municipio;
    return actor;
}

Result<Actor> system_again(Permission permission, const CredencialId& id, Ports& ports) {
    AROEIRA_TRY(const auto credencial, ports.credenciais.find(id));
    if (!credencial || !credencial->ativa || permission != Permission::fichas_receber) return without_permission();
    Actor actor{.kind = Actor::Kind::credencial, .key = std::string(id.text()), .name = credencial->nome};
    actor.perfil = kCredencialPerfil;
    actor.municipio = credencial->municipio;
    return actor;
}

}  // namespace

Result<Actor> authorize(Permission permission, const Presented& presented, const Services& services) {
    AROEIRA_TRY(const auto sessao, check_session_and_csrf(presented, services));
    const auto allowed = may(sessao, permission);
    if (allowed) return actor_of(sessao, presented.address);
    AROEIRA_CHECK(services.unit.write([&](Ports& ports) {
        const auto& where = sessao.acesso ? sessao.acesso->municipio : sessao.municipio_da_credencial;
        audit::Entry entry{.event = audit::Event::acesso_negado, .actor = sessao.key(), .address = std::string(presented.address),
                           .entity = "permissao", .entity_id = std::string(name_of(permission))};
        if (where) entry.municipio = std::string(where->text());
        entry.details = R"({"codigo":")" + std::string(allowed.error().code.text()) + R"("})";
        return ports.trail.record(entry);
    }));
    return allowed.error();
}

Result<Actor> authorize_again(Permission permission, std::string_view key, const std::optional<Ibge>& municipio,
                              const Services& services) {
    if (key == "console")
        return Actor{.kind = Actor::Kind::console, .key = "console", .name = "Linha de comando", .perfil = "console"};
    if (key == kRoutineKey)
        return Actor{.kind = Actor::Kind::routine, .key = std::string(kRoutineKey), .name = "Rotina automática", .perfil = "rotina"};
    return services.unit.read([&](Ports& ports) -> Result<Actor> {
        const auto id = Uuid::parse(key);
        if (!id) return without_permission();
        AROEIRA_TRY(const auto usuario, ports.usuarios.find(UsuarioId{*id}));
        if (usuario) return person_again(permission, usuario->id, municipio, ports, services.perfis);
        return system_again(permission, CredencialId{*id}, ports);
    });
}

}  // namespace aroeira::identity
