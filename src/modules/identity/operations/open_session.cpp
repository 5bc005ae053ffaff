// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/operations/open_session.hpp"

#include "modules/identity/domain/password_age.hpp"
#include "modules/identity/operations/own_access.hpp"

namespace aroeira::identity {

Result<Entered> open_session(const Entry& entry, Ports& ports, const Services& services) {
    AROEIRA_TRY(const auto acessos, ports.usuarios.acessos_of(entry.usuario.id));
    if (acessos.empty())
        return Error{ErrorKind::forbidden, "ACESSO-0014", "Seu usuário não tem nenhum acesso ativo. Procure o administrador."};
    AROEIRA_TRY(const auto policy, ports.settings.policy());
    const Instant now = services.clock.now();
    Usuario usuario = entry.usuario;
    usuario.trocar_senha = usuario.trocar_senha || must_redefine(usuario, policy, now);
    usuario.senha_desde = counted_since(usuario, now);

    Entered entered{.token = services.secrets.token(), .sessao = {}};
    Sessao& sessao = entered.sessao;
    sessao.token_hash = hash_of_token(entered.token);
    sessao.usuario = entry.usuario.id;
    if (acessos.size() == 1) AROEIRA_CHECK(work_with(sessao, acessos.front(), ports, services));
    sessao.csrf = services.secrets.token();
    sessao.endereco = entry.address;
    sessao.criada = sessao.vista = now;
    sessao.expira = now + policy.session_max;
    sessao.inatividade = policy.idle_max;
    sessao.acesso_anterior = entry.usuario.ultimo_acesso;
    sessao.falhas_anteriores = entry.failures_before;
    sessao.nome = entry.usuario.nome;
    sessao.trocar_senha = usuario.trocar_senha;

    AROEIRA_TRY(const auto fator, ports.fatores.find(entry.usuario.id));
    sessao.falta_codigo = fator && fator->ativo;
    AROEIRA_TRY(sessao.termo, ports.usuarios.termo_of(entry.usuario.id));

    if (!entry.replaced_token.empty()) AROEIRA_CHECK(ports.sessoes.remove(hash_of_token(entry.replaced_token)));
    AROEIRA_CHECK(ports.sessoes.insert(sessao));
    AROEIRA_CHECK(ports.sessoes.trim(sessao, policy.sessions_max, now));
    usuario.ultimo_acesso = now;
    usuario.bloqueado = std::nullopt;
    AROEIRA_CHECK(ports.usuarios.update(usuario));
    if (!sessao.falta_codigo) AROEIRA_CHECK(note_entrada(usuario.id, "ok", entry.address, ports, services));
    audit::Entry entered_event{.event = audit::Event::login_ok, .actor = sessao.key(), .address = std::string(entry.address),
                               .entity = "usuario", .entity_id = sessao.key()};
    entered_event.municipio = only_municipio(acessos);
    AROEIRA_CHECK(ports.trail.record(entered_event));
    return entered;
}

Result<void> work_with(Sessao& sessao, const Acesso& acesso, Ports& ports, const Services& services) {
    AROEIRA_TRY(sessao.permissoes, permissions_of(acesso.described, ports.perfis, services.perfis));
    sessao.acesso = acesso;
    return {};
}

Result<Entered> renew_session(Sessao sessao, Ports& ports, const Services& services) {
    const std::string before = sessao.token_hash;
    Entered entered{.token = services.secrets.token(), .sessao = std::move(sessao)};
    entered.sessao.token_hash = hash_of_token(entered.token);
    entered.sessao.csrf = services.secrets.token();
    entered.sessao.vista = services.clock.now();
    AROEIRA_TRY(const bool renewed, ports.sessoes.rotate(before, entered.sessao));
    if (!renewed) return Error{ErrorKind::unauthenticated, "ACESSO-0001", "Sua sessão terminou. Entre novamente."};
    return entered;
}

}  // namespace aroeira::identity
