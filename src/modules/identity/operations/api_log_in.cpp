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

Result<void> record_failure(const std::optional<Credencial>& credencial, std::string_view reason, std::string_view address,
                            Ports& ports) {
    const std::string id(credencial ? credencial->id.text() : std::string_view());
    return ports.trail.record({.event = audit::Event::login_falha, .actor = id, .address = std::string(address),
                               .entity = "credencial", .entity_id = id, .details = R"({"motivo":")" + std::string(reason) + R"("})"});
}

Result<Entered> open(const Credencial& credencial, const SecurityPolicy& policy, std::string_view address, Ports& ports,
                     const Services& services) {
    const Instant now = services.clock.now();
    Entered entered{.token = services.secrets.token(), .sessao = {}};
    Sessao& sessao = entered.sessao;
    sessao.token_hash = hash_of_token(entered.token);
    sessao.credencial = credencial.id;
    sessao.endereco = address;
    sessao.criada = sessao.vista = now;
    sessao.expira = now + policy.session_max;
    sessao.inatividade = policy.idle_max;
    sessao.nome = credencial.nome;
    AROEIRA_CHECK(ports.sessoes.insert(sessao));
    AROEIRA_CHECK(ports.sessoes.trim(sessao, kSessionsMax, now));
    AROEIRA_CHECK(ports.credenciais.set_used(credencial.id, now));
    audit::Entry entry{.event = audit::Event::login_ok, .actor = sessao.key(), .address = std::string(address),
                       .entity = "credencial", .entity_id = sessao.key()};
    if (credencial.municipio) entry.municipio = std::string(credencial.municipio->text());
    AROEIRA_CHECK(ports.trail.record(entry));
    return entered;
}

/// Why a certificate opens nothing, whoever's it is.
std::optional<Error> fault_of(Shown shown) {
    const auto refusal = [](ErrorCode code, std::string message) { return Error{ErrorKind::unauthenticated, code, std::move(message)}; };
    switch (shown) {
        case Shown::trusted: return std::nullopt;
        case Shown::nothing:
            return refusal("ACESSO-0053", "Nenhum certificado foi apresentado. Entre por HTTPS com o certificado registrado, ou com usuário e senha.");
        case Shown::expired: return refusal("ACESSO-0054", "O certificado apresentado venceu. Renove-o e registre o novo na credencial.");
        case Shown::not_yet_valid:
            return refusal("ACESSO-0055", "O certificado apresentado ainda não vale. Confira a data do computador e a validade do certificado.");
        case Shown::other_authority:
        case Shown::unfit:
            return refusal("ACESSO-0056", "O certificado apresentado não é de uma autoridade aceita aqui para quem envia. Peça um certificado da autoridade certa.");
    }
    return std::nullopt;
}

Error unregistered() {
    return {ErrorKind::unauthenticated, "ACESSO-0057",
            "O certificado apresentado não está registrado em nenhuma credencial ativa. Peça ao administrador da instalação que o registre."};
}

}  // namespace

Result<Entered> api_log_in(const CertificateLogin& login, const Services& services) {
    std::optional<Error> refused;
    std::optional<Entered> entered;
    // A refusal that costs nothing to provoke is written up to a limit per minute.
    const auto refuse = [&](Error why, std::string_view reason, Ports& ports) -> Result<void> {
        refused = std::move(why);
        return services.meter.admit(services.clock.now()) ? record_failure(std::nullopt, reason, login.address, ports) : Result<void>();
    };
    AROEIRA_CHECK(services.unit.write([&](Ports& ports) -> Result<void> {
        refused.reset();
        AROEIRA_TRY(const auto policy, ports.settings.policy());
        AROEIRA_TRY(const auto receiving, ports.settings.online_receiving());
        if (auto shut = closed(receiving)) return refuse(std::move(*shut), "servico", ports);
        if (auto fault = fault_of(login.shown)) return refuse(std::move(*fault), "certificado", ports);
        AROEIRA_TRY(const auto credencial, ports.credenciais.find_by_certificado(login.impressao));
        if (!credencial || !credencial->ativa) return refuse(unregistered(), "certificado", ports);
        AROEIRA_TRY(entered, open(*credencial, policy, login.address, ports, services));
        return {};
    }));
    if (refused) return *refused;
    return std::move(*entered);
}

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
        if (refused = closed(receiving); refused) return record_failure(std::nullopt, "servico", login.address, ports);
        AROEIRA_TRY(const auto credencial, ports.credenciais.find_by_usuario(login.usuario));
        const bool right = credencial && same_secret(credencial->segredo_hash, given);
        if (!right || !credencial->ativa) {
            refused = right ? inactive() : wrong();
            AROEIRA_CHECK(ports.tentativas.count(address_key(login.address), policy.address_window, now));
            return record_failure(credencial, right ? "inativa" : "senha", login.address, ports);
        }
        AROEIRA_TRY(entered, open(*credencial, policy, login.address, ports, services));
        return {};
    }));
    if (refused) return *refused;
    return std::move(*entered);
}

}  // namespace aroeira::identity
