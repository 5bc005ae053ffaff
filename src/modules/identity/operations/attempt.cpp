// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/operations/attempt.hpp"

#include <algorithm>

#include "modules/identity/domain/first_password.hpp"
#include "modules/identity/operations/own_access.hpp"

namespace aroeira::identity {
namespace {

Error locked() {
    return {ErrorKind::unauthenticated, "ACESSO-0011",
            "Acesso bloqueado: o máximo de tentativas com senha errada foi atingido. Peça ao administrador para desbloquear "
            "e redefinir a senha."};
}

Error wrong(std::int64_t left) {
    std::string message = "CPF ou senha incorretos. Confira e tente de novo.";
    if (left == 1) message += " Resta 1 tentativa antes do bloqueio.";
    return {ErrorKind::unauthenticated, "ACESSO-0010", std::move(message)};
}

std::string key_of(const Cpf& cpf, const Services& services) { return "cpf:" + services.secrets.fingerprint(cpf.text()); }

/// Refusals that cost nothing to provoke are written up to a limit per minute.
Result<void> record_refusal(std::string_view reason, const std::optional<Usuario>& usuario, std::string_view address,
                            Ports& ports, std::int64_t omitted) {
    const std::string id(usuario ? usuario->id.text() : std::string_view());
    audit::Entry entry{.event = audit::Event::login_falha, .actor = id, .address = std::string(address), .entity = "usuario", .entity_id = id,
                       .details = R"({"motivo":")" + std::string(reason) + R"(","omitidas":)" + std::to_string(omitted) + "}"};
    if (usuario) {
        AROEIRA_TRY(const auto acessos, ports.usuarios.acessos_of(usuario->id));
        entry.municipio = only_municipio(acessos);
    }
    return ports.trail.record(entry);
}

Result<std::string> first_password_of(const Usuario& usuario, const SecurityPolicy& policy, Ports& ports) {
    if (policy.senha_inicial != SenhaInicial::cns_esus || !waits_for_first_password(usuario)) return std::string();
    AROEIRA_TRY(const auto acessos, ports.usuarios.acessos_of(usuario.id));
    std::string cns;
    for (const auto& one : acessos) {
        if (!one.municipio || !cns.empty()) continue;
        AROEIRA_TRY(cns, ports.places.cns_of(*one.municipio, usuario.cpf));
    }
    return first_password(usuario.cpf, cns);
}

std::chrono::milliseconds delay_after(std::int64_t wrong_ones) {
    if (wrong_ones < 2) return std::chrono::milliseconds(0);
    return std::min(std::chrono::milliseconds(250) * (std::int64_t{1} << std::min<std::int64_t>(wrong_ones - 2, 3)),
                    std::chrono::milliseconds(1000));
}

}  // namespace

std::string address_key(std::string_view address) {
    if (std::count(address.begin(), address.end(), ':') < 2 || address.find('.') != address.npos)
        return "end:" + std::string(address);
    std::size_t groups = 0;
    std::size_t end = 0;
    while (end < address.size() && groups < 4) groups += address[end++] == ':' ? 1 : 0;
    return "end:" + std::string(address.substr(0, end));
}

Result<void> check_address(std::string_view address, const SecurityPolicy& policy, Ports& ports, Instant now) {
    AROEIRA_TRY(const auto failures, ports.tentativas.counted(address_key(address), policy.address_window, now));
    if (failures < policy.address_failures_max) return {};
    return Error{ErrorKind::unauthenticated, "ACESSO-0012",
                 "Muitas tentativas com senha errada vieram deste computador ou rede. Aguarde " +
                     std::to_string(policy.address_window.count()) + " minutos e tente de novo."};
}

Result<Attempt> begin_attempt(const Cpf& cpf, std::string_view address, const Services& services) {
    const std::string key = key_of(cpf, services);
    const Instant now = services.clock.now();
    const auto omitted = services.meter.admit(now);
    std::optional<Error> refused;
    Attempt attempt;
    AROEIRA_CHECK(services.unit.write([&](Ports& ports) -> Result<void> {
        refused.reset();
        attempt = {.key = key};
        AROEIRA_TRY(const auto policy, ports.settings.policy());
        if (auto free = check_address(address, policy, ports, now); !free) {
            refused = free.error();
            if (omitted) AROEIRA_CHECK(record_refusal("endereco", std::nullopt, address, ports, *omitted));
            return {};
        }
        AROEIRA_TRY(attempt.usuario, ports.usuarios.find_by_cpf(cpf));
        AROEIRA_TRY(const auto number, ports.tentativas.reserve(key, policy.failures_max, now));
        if (!number || (attempt.usuario && attempt.usuario->bloqueado)) {
            refused = locked();
            if (omitted) AROEIRA_CHECK(record_refusal("bloqueado", attempt.usuario, address, ports, *omitted));
            if (omitted && attempt.usuario) AROEIRA_CHECK(note_entrada(attempt.usuario->id, "bloqueado", address, ports, services));
            return {};
        }
        attempt.number = *number;
        attempt.limit = policy.failures_max;
        if (attempt.usuario) {
            AROEIRA_TRY(attempt.first_password, first_password_of(*attempt.usuario, policy, ports));
        }
        return {};
    }));
    if (refused) return *refused;
    return attempt;
}

Result<bool> password_matches(const Attempt& attempt, std::string_view password, const Services& services) {
    const bool has_password = attempt.usuario && attempt.usuario->ativo && !attempt.usuario->senha.empty();
    if (has_password) return services.secrets.verify_password(attempt.usuario->senha, password);
    // The same work for nobody, so that the time does not tell.
    AROEIRA_CHECK(services.secrets.hash_password(password));
    return !attempt.first_password.empty() && same_secret(attempt.first_password, password);
}

Error end_wrong_attempt(const Attempt& attempt, std::string_view address, const Services& services) {
    const bool locks = attempt.number >= attempt.limit;
    const Instant now = services.clock.now();
    const auto done = services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(const auto policy, ports.settings.policy());
        AROEIRA_CHECK(ports.tentativas.count(address_key(address), policy.address_window, now));
        AROEIRA_CHECK(record_refusal("senha", attempt.usuario, address, ports, 0));
        if (attempt.usuario) AROEIRA_CHECK(note_entrada(attempt.usuario->id, "senha", address, ports, services));
        if (!locks || !attempt.usuario) return {};
        AROEIRA_TRY(auto usuario, ports.usuarios.find(attempt.usuario->id));
        if (!usuario || usuario->bloqueado) return {};
        usuario->bloqueado = now;
        AROEIRA_CHECK(ports.usuarios.update(*usuario));
        AROEIRA_CHECK(ports.sessoes.remove_others(usuario->id, ""));
        AROEIRA_TRY(const auto acessos, ports.usuarios.acessos_of(usuario->id));
        audit::Entry entry{.event = audit::Event::usuario_bloqueado, .actor = std::string(usuario->id.text()),
                           .address = std::string(address), .entity = "usuario", .entity_id = std::string(usuario->id.text())};
        entry.municipio = only_municipio(acessos);
        return ports.trail.record(entry);
    });
    if (!done) return done.error();
    if (const auto delay = delay_after(attempt.number); delay.count() > 0) services.pause(delay);
    return locks ? locked() : wrong(attempt.limit - attempt.number);
}

}  // namespace aroeira::identity
