// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/operations/api_log_in.hpp"

#include "modules/identity/operations/attempt.hpp"

namespace aroeira::identity {
namespace {

// A client that logs in for every ficha must not pile up sessions; several processes may share one.
constexpr std::int64_t kSessionsMax = 50;

Error wrong() { return {ErrorKind::invalid_input, "ACESSO-0032", "Usuário ou senha inválidos."}; }

Error inactive() {
    return {ErrorKind::invalid_input, "ACESSO-0033",
            "A credencial está inativa. Peça uma nova ao administrador da instalação."};
}

/// What the installation says to every system, whoever it is.
std::optional<Error> closed(const OnlineReceiving& receiving) {
    if (!receiving.moved_to.empty())
        return Error{ErrorKind::invalid_input, "ACESSO-0039",
                     "Esta instalação foi desativada. Envie as fichas para o novo endereço: " + receiving.moved_to};
    if (!receiving.enabled)
        return Error{ErrorKind::invalid_input, "ACESSO-0038",
                     "O serviço de recebimento de fichas não está disponível nesta instalação. Fale com o administrador da instalação."};
    return std::nullopt;
}

Result<void> record_failure(const std::optional<Credencial>& credencial, std::string_view reason, const ApiLogin& login,
                            Ports& ports) {
    const std::string id(credencial ? credencial->id.text() : std::string_view());
    return ports.trail.record({.event = audit::Event::login_falha, .actor = id, .address = std::string(login.address),
                               .entity = "credencial", .entity_id = id, .details = R"({"motivo":")" + std::string(reason) + R"("})"});
}

Result<Entered> open(const Credencial& credencial, const SecurityPolicy& policy, const ApiLogin& login, Ports& ports,
                     const Services& services) {
    const Instant now = services.clock.now();
    Entered entered{.token = services.secrets.token(), .sessao = {}};
    Sessao& sessao = entered.sessao;
    sessao.token_hash = hash_of_token(entered.token);
    sessao.credencial = credencial.id;
    sessao.endereco = login.address;
    sessao.criada = sessao.vista = now;
    sessao.expira = now + policy.session_max;
    sessao.inatividade = policy.idle_max;
    sessao.nome = credencial.nome;
    AROEIRA_CHECK(ports.sessoes.insert(sessao));
    AROEIRA_CHECK(ports.sessoes.trim(sessao, kSessionsMax, now));
    AROEIRA_CHECK(ports.credenciais.set_used(credencial.id, now));
    audit::Entry entry{.event = audit::Event::login_ok, .actor = sessao.key(), .address = std::string(login.address),
                       .entity = "credencial", .entity_id = sessao.key()};
    if (credencial.municipio) entry.municipio = std::string(credencial.municipio->text());
    AROEIRA_CHECK(ports.trail.record(entry));
    return entered;
}

}  // namespace

Result<Entered> api_log_in(const ApiLogin& login, const Services& services) {
    const std::string given = hash_of_token(login.segredo);
    const Instant now = services.clock.now();
    std::optional<Error> refused;
    std::optional<Entered> entered;
    // A refusal is committed too: its audit row and its count.
    AROEIRA_CHECK(services.unit.write([&](Ports& ports) -> Result<void> {
        refused.reset();
        AROEIRA_TRY(const auto policy, ports.settings.policy());
        if (auto free = check_address(login.address, policy, ports, now); !free) {
            refused = free.error();
            return {};
        }
        AROEIRA_TRY(const auto receiving, ports.settings.online_receiving());
        if (refused = closed(receiving); refused) return record_failure(std::nullopt, "servico", login, ports);
        AROEIRA_TRY(const auto credencial, ports.credenciais.find_by_usuario(login.usuario));
        const bool right = credencial && same_secret(credencial->segredo_hash, given);
        if (!right || !credencial->ativa) {
            refused = right ? inactive() : wrong();
            AROEIRA_CHECK(ports.tentativas.count(address_key(login.address), policy.address_window, now));
            return record_failure(credencial, right ? "inativa" : "senha", login, ports);
        }
        AROEIRA_TRY(entered, open(*credencial, policy, login, ports, services));
        return {};
    }));
    if (refused) return *refused;
    return std::move(*entered);
}

}  // namespace aroeira::identity
