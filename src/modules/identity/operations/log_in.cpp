// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/operations/log_in.hpp"

#include "modules/identity/operations/attempt.hpp"
#include "modules/identity/operations/own_access.hpp"

namespace aroeira::identity {
namespace {

/// The right password of somebody who has nowhere to go: not a wrong attempt, but a refusal.
Result<void> record_without_acesso(const Attempt& attempt, std::string_view address, const Services& services) {
    return services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_CHECK(ports.tentativas.forget(attempt.key));
        AROEIRA_CHECK(note_entrada(attempt.usuario->id, "sem_acesso", address, ports, services));
        return ports.trail.record({.event = audit::Event::login_falha, .actor = std::string(attempt.usuario->id.text()),
                                   .address = std::string(address), .entity = "usuario",
                                   .entity_id = std::string(attempt.usuario->id.text()), .details = R"({"motivo":"sem_acesso"})"});
    });
}

}  // namespace

Result<Entered> log_in(const LoginAttempt& login, const Services& services) {
    AROEIRA_TRY(const auto attempt, begin_attempt(login.cpf, login.address, services));
    AROEIRA_TRY(const bool right, password_matches(attempt, login.password, services));
    if (!right) return end_wrong_attempt(attempt, login.address, services);
    std::string fresh;
    if (!attempt.first_password.empty()) {
        AROEIRA_TRY(fresh, services.secrets.hash_password(login.password));
    }

    auto entered = services.unit.write([&](Ports& ports) -> Result<Entered> {
        // Read again: between the count and here the person may have been blocked or changed.
        AROEIRA_TRY(auto usuario, ports.usuarios.find(attempt.usuario->id));
        if (!usuario || !usuario->ativo || usuario->senha != attempt.usuario->senha)
            return Error{ErrorKind::unauthenticated, "ACESSO-0010", "CPF ou senha incorretos. Confira e tente de novo."};
        if (!fresh.empty()) {
            usuario->senha = fresh;
            usuario->trocar_senha = true;
        }
        AROEIRA_CHECK(ports.tentativas.forget(attempt.key));
        AROEIRA_CHECK(ports.tentativas.sweep(services.clock.now() - std::chrono::days(30)));
        AROEIRA_CHECK(ports.entradas.sweep(services.clock.now() - kEntradasKept));
        return open_session({.usuario = *usuario, .address = login.address, .replaced_token = login.replaced_token,
                             .failures_before = attempt.number - 1}, ports, services);
    });
    if (!entered && entered.error().code == ErrorCode("ACESSO-0014"))
        AROEIRA_CHECK(record_without_acesso(attempt, login.address, services));
    return entered;
}

}  // namespace aroeira::identity
