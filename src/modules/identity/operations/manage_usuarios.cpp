// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/operations/manage_usuarios.hpp"

#include "modules/identity/domain/password_rule.hpp"
#include "modules/identity/domain/termo.hpp"
#include "modules/identity/operations/first_access.hpp"

namespace aroeira::identity {
namespace {

Result<void> check_acessos(const std::vector<NewAcesso>& acessos, Ports& ports) {
    for (const auto& acesso : acessos) {
        AROEIRA_TRY(const auto perfil, ports.perfis.find(acesso.municipio, acesso.perfil));
        if (!perfil || !perfil->ativo || perfil->municipal() != acesso.municipio.has_value())
            return Error{ErrorKind::invalid_input, "ACESSO-0034", "O perfil e o município do acesso não combinam.",
                         {{"ACESSO-0034", "municipio",
                           "O administrador da instalação e o gestor estadual não têm município; os demais perfis têm um.",
                           "Corrija o perfil ou o município do acesso."}}};
    }
    return {};
}

Error already_started() {
    return {ErrorKind::conflict, "ACESSO-0036", "Esta instalação já tem quem a administre. Peça um acesso ao administrador."};
}

}  // namespace

Result<UsuarioId> create_usuario(const UsuariosGranted& granted, const NewUsuario& fresh, const Services& services) {
    AROEIRA_CHECK(check_person_name(fresh.nome));
    Usuario usuario{.id = services.ids.make<Usuario>(), .cpf = fresh.cpf, .nome = fresh.nome};
    if (!fresh.senha.empty()) {
        AROEIRA_CHECK(check_password(fresh.senha, "senha"));
        AROEIRA_TRY(usuario.senha, services.secrets.hash_password(fresh.senha));
        usuario.senha_desde = services.clock.now();
    }
    usuario.trocar_senha = fresh.trocar_senha;
    usuario.criado = services.clock.now();
    AROEIRA_CHECK(services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_CHECK(check_acessos(fresh.acessos, ports));
        AROEIRA_CHECK(ports.usuarios.insert(usuario));
        for (const auto& acesso : fresh.acessos)
            AROEIRA_CHECK(ports.usuarios.insert_acesso({services.ids.make<Acesso>(), usuario.id, acesso.perfil, acesso.municipio,
                                                        acesso.lotacao}));
        if (fresh.termo_aceito) AROEIRA_CHECK(ports.usuarios.accept_termo(usuario.id, kTermoVersao));
        return ports.trail.record({.event = audit::Event::usuario_criado, .actor = granted.actor().key,
                                   .address = granted.actor().address, .entity = "usuario",
                                   .entity_id = std::string(usuario.id.text())});
    }));
    return usuario.id;
}

Result<void> unlock(Usuario& usuario, std::string senha, const Actor& actor, Ports& ports, const Services& services) {
    usuario.bloqueado = std::nullopt;
    if (!usuario.senha.empty()) usuario.senha_anterior = usuario.senha;
    usuario.trocar_senha = usuario.trocar_senha || !senha.empty();
    usuario.senha = std::move(senha);
    AROEIRA_CHECK(ports.usuarios.update(usuario));
    AROEIRA_CHECK(ports.tentativas.forget("cpf:" + services.secrets.fingerprint(usuario.cpf.text())));
    AROEIRA_CHECK(ports.sessoes.remove_others(usuario.id, ""));
    audit::Entry entry{.event = audit::Event::usuario_desbloqueado, .actor = actor.key, .address = actor.address,
                       .entity = "usuario", .entity_id = std::string(usuario.id.text())};
    AROEIRA_TRY(const auto acessos, ports.usuarios.acessos_of(usuario.id));
    entry.municipio = only_municipio(acessos);
    return ports.trail.record(entry);
}

Result<void> unlock_and_invite(Usuario& usuario, std::string_view code_hash, const Actor& actor, Ports& ports, const Services& services) {
    AROEIRA_CHECK(unlock(usuario, "", actor, ports, services));
    return ports.usuarios.put_convite(code_hash, {usuario.id, services.clock.now() + kInviteLasts});
}

Result<std::string> reset_password(const UsuariosGranted& granted, const Cpf& cpf, const Services& services) {
    const std::string code = services.secrets.token();
    AROEIRA_CHECK(services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(auto usuario, ports.usuarios.find_by_cpf(cpf));
        if (!usuario) return Error{ErrorKind::not_found, "ACESSO-0022", "Nenhum usuário tem este CPF. Confira os dígitos."};
        return unlock_and_invite(*usuario, hash_of_token(code), granted.actor(), ports, services);
    }));
    return code;
}

Result<bool> is_administered(const Services& services) {
    return services.unit.read([](Ports& ports) { return ports.usuarios.administered(); });
}

Result<std::string> invite_first_administrator(const UsuariosGranted&, const Services& services) {
    const std::string code = services.secrets.token();
    AROEIRA_CHECK(services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(const bool started, ports.usuarios.administered());
        if (started) return already_started();
        return ports.usuarios.put_convite(hash_of_token(code), {std::nullopt, services.clock.now() + kInviteLasts});
    }));
    return code;
}

}  // namespace aroeira::identity
