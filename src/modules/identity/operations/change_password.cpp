// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/operations/change_password.hpp"

#include "modules/identity/domain/password_rule.hpp"
#include "modules/identity/operations/attempt.hpp"
#include "modules/identity/operations/log_out.hpp"

namespace aroeira::identity {
namespace {

Error used_before() {
    return {ErrorKind::invalid_input, "ACESSO-0020", "A senha nova não pode ser aceita.",
            {{"ACESSO-0020", "nova", "A senha nova deve ser diferente da atual e da anterior.", "Escolha outra senha."}}};
}

Error wrong_current() {
    return {ErrorKind::invalid_input, "ACESSO-0023", "A senha atual não confere.",
            {{"ACESSO-0023", "atual", "A senha atual não confere.", "Digite a senha com que você entrou."}}};
}

Error refuse_current(const Sessao& sessao, const Attempt& attempt, std::string_view address, const Services& services) {
    auto error = end_wrong_attempt(attempt, address, services);
    if (error.code == ErrorCode("ACESSO-0010")) return wrong_current();
    if (error.code == ErrorCode("ACESSO-0011"))
        if (const auto ended = log_out(sessao, address, services); !ended) return ended.error();
    return error;
}

}  // namespace

Result<void> keep_password(Usuario& usuario, std::string hash, Ports& ports, const Services& services) {
    AROEIRA_TRY(const auto policy, ports.settings.policy());
    usuario.senha_anterior = std::exchange(usuario.senha, std::move(hash));
    usuario.trocar_senha = false;
    usuario.senha_desde = services.clock.now();
    usuario.redefinicao = policy.redefinition;
    return {};
}

Result<Entered> change_password(const Sessao& sessao, const PasswordChange& change, const Services& services) {
    AROEIRA_CHECK(check_password(change.chosen, "nova"));
    AROEIRA_TRY(const auto owner, services.unit.read([&](Ports& ports) { return ports.usuarios.find(*sessao.usuario); }));
    if (!owner) return Error{ErrorKind::unauthenticated, "ACESSO-0001", "Sua sessão terminou. Entre novamente."};
    AROEIRA_TRY(const auto attempt, begin_attempt(owner->cpf, change.address, services));
    AROEIRA_TRY(const bool right, password_matches(attempt, change.current, services));
    if (!right) return refuse_current(sessao, attempt, change.address, services);
    const auto was = [&](const std::string& hash) { return !hash.empty() && services.secrets.verify_password(hash, change.chosen); };
    const bool reused = change.chosen == change.current || was(attempt.usuario->senha_anterior);
    std::string hash;
    if (!reused) {
        AROEIRA_TRY(hash, services.secrets.hash_password(change.chosen));
    }
    AROEIRA_TRY(auto entered, services.unit.write([&](Ports& ports) -> Result<std::optional<Entered>> {
        AROEIRA_CHECK(ports.tentativas.forget(attempt.key));
        if (reused) return std::optional<Entered>();
        AROEIRA_TRY(auto usuario, ports.usuarios.find(*sessao.usuario));
        if (!usuario || usuario->senha != attempt.usuario->senha)
            return Error{ErrorKind::conflict, "ACESSO-0024", "A senha foi trocada em outra tela. Entre novamente."};
        AROEIRA_CHECK(keep_password(*usuario, hash, ports, services));
        AROEIRA_CHECK(ports.usuarios.update(*usuario));
        Sessao renewed = sessao;
        renewed.trocar_senha = false;
        AROEIRA_TRY(auto done, renew_session(std::move(renewed), ports, services));
        AROEIRA_CHECK(ports.sessoes.remove_others(*sessao.usuario, done.sessao.token_hash));
        audit::Entry entry{.event = audit::Event::senha_alterada, .actor = sessao.key(), .address = std::string(change.address),
                           .entity = "usuario", .entity_id = sessao.key()};
        AROEIRA_TRY(const auto acessos, ports.usuarios.acessos_of(*sessao.usuario));
        entry.municipio = only_municipio(acessos);
        AROEIRA_CHECK(ports.trail.record(entry));
        return std::optional<Entered>(std::move(done));
    }));
    if (!entered) return used_before();
    services.seen.forget(sessao.token_hash);
    return std::move(*entered);
}

}  // namespace aroeira::identity
