// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/operations/second_factor.hpp"

#include <algorithm>

#include "modules/identity/operations/own_access.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/crypto/otp.hpp"

namespace aroeira::identity {
namespace {

constexpr std::size_t kSeedBytes = 20;
constexpr int kRecoveryCodes = 10;
constexpr std::size_t kRecoveryBytes = 10;

Error wrong_code() {
    return {ErrorKind::invalid_input, "ACESSO-0123", "O código não confere.",
            {{"ACESSO-0123", "codigo", "O código não confere, já foi usado ou passou do tempo.", "Digite o que o aplicativo mostra agora."}}};
}
Error already_on() { return {ErrorKind::conflict, "ACESSO-0122", "O segundo fator já está ligado. Desligue-o para trocar de aparelho."}; }
Error not_on() { return {ErrorKind::conflict, "ACESSO-0124", "O segundo fator não foi começado, ou já foi desligado. Recarregue a página."}; }
Error asked_of_her() {
    return {ErrorKind::conflict, "ACESSO-0126",
            "Esta instalação exige a verificação em duas etapas de quem administra. Para trocar de aparelho, peça a outra pessoa que administra que a desligue por você."};
}
Error locked() {
    return {ErrorKind::unauthenticated, "ACESSO-0011",
            "Acesso bloqueado: o máximo de tentativas com código errado foi atingido. Peça ao administrador para desbloquear."};
}

std::string attempts_of(const UsuarioId& usuario) { return "2f:" + std::string(usuario.text()); }

audit::Entry entry_of(audit::Event event, const UsuarioId& usuario, std::string_view actor, std::string_view address) {
    return {.event = event, .actor = std::string(actor), .address = std::string(address), .entity = "usuario",
            .entity_id = std::string(usuario.text())};
}

/// The step of the code, when it is of now or of a neighbour (a clock may be half a minute off) and later than `after`.
std::optional<std::int64_t> step_of(std::string_view seed, std::string_view code, Instant now, std::int64_t after) {
    constexpr std::int64_t kStepMs = 30'000;
    const std::int64_t current = to_ms(now) / kStepMs;
    std::optional<std::int64_t> found;
    for (std::int64_t step = current - 1; step <= current + 1; ++step)
        if (crypto::equal(crypto::hotp(seed, static_cast<std::uint64_t>(step)), code) && step > after && !found) found = step;
    return found;
}

/// Takes the code, when it is one of now or of recovery.
Result<bool> take_code(const SegundoFator& fator, std::string_view code, Ports& ports, const Services& services) {
    AROEIRA_TRY(const auto seed, services.secrets.unseal(fator.semente, seed_context(fator.usuario)));
    if (const auto step = step_of(seed, code, services.clock.now(), fator.ultimo_passo)) return ports.fatores.use_step(fator.usuario, *step);
    if (!fator.ativo) return false;
    return ports.fatores.take_recovery(fator.usuario, hash_of_token(code));
}

struct Tried {
    bool right = false;
    bool locks = false;
};

/// Counts, tries and, at the limit, locks. What is refused is committed too.
Result<Tried> try_code(const UsuarioId& usuario, bool active, std::string_view code, std::string_view address, Ports& ports, const Services& services) {
    AROEIRA_TRY(const auto fator, ports.fatores.find(usuario));
    if (!fator || fator->ativo != active) return not_on();
    AROEIRA_TRY(const auto policy, ports.settings.policy());
    AROEIRA_TRY(const auto number, ports.tentativas.reserve(attempts_of(usuario), policy.failures_max, services.clock.now()));
    AROEIRA_TRY(const bool right, take_code(*fator, code, ports, services));
    if (right && number) {
        AROEIRA_CHECK(ports.tentativas.forget(attempts_of(usuario)));
        return Tried{.right = true};
    }
    AROEIRA_CHECK(note_entrada(usuario, "codigo", address, ports, services));
    auto refused = entry_of(audit::Event::login_falha, usuario, usuario.text(), address);
    refused.details = R"({"motivo":"codigo"})";
    AROEIRA_CHECK(ports.trail.record(refused));
    if (number && *number < policy.failures_max) return Tried{};
    AROEIRA_TRY(auto person, ports.usuarios.find(usuario));
    person->bloqueado = services.clock.now();
    AROEIRA_CHECK(ports.usuarios.update(*person));
    AROEIRA_CHECK(ports.sessoes.remove_others(usuario, ""));
    AROEIRA_CHECK(ports.tentativas.forget(attempts_of(usuario)));
    AROEIRA_CHECK(ports.trail.record(entry_of(audit::Event::usuario_bloqueado, usuario, usuario.text(), address)));
    return Tried{.locks = true};
}

/// The Error for a refused code that was counted.
Error refusal(bool locks) { return locks ? locked() : wrong_code(); }

std::vector<std::string> recovery_codes(const Secrets& secrets) {
    std::vector<std::string> codes;
    for (int i = 0; i < kRecoveryCodes; ++i) codes.push_back(crypto::to_base32(secrets.random(kRecoveryBytes)));
    return codes;
}

/// Whether it is asked of her by any acesso that she has.
Result<bool> is_asked_of(const UsuarioId& usuario, Ports& ports) {
    AROEIRA_TRY(const bool asked, ports.settings.administrators_prove());
    if (!asked) return false;
    AROEIRA_TRY(const auto acessos, ports.usuarios.acessos_of(usuario));
    return std::any_of(acessos.begin(), acessos.end(), [](const Acesso& one) { return administers(one.described.acesso); });
}

}  // namespace

Result<bool> lacks_second_factor(const Sessao& sessao, Ports& ports) {
    if (!sessao.usuario || !sessao.acesso || !administers(sessao.acesso->described.acesso)) return false;
    AROEIRA_TRY(const bool asked, ports.settings.administrators_prove());
    if (!asked) return false;
    AROEIRA_TRY(const auto fator, ports.fatores.find(*sessao.usuario));
    return !fator || !fator->ativo;
}

Result<NewSegundoFator> begin_second_factor(const Sessao& sessao, const Services& services) {
    const auto& usuario = *sessao.usuario;
    const std::string seed = services.secrets.random(kSeedBytes);
    AROEIRA_CHECK(services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(const auto before, ports.fatores.find(usuario));
        if (before && before->ativo) return already_on();
        return ports.fatores.put({usuario, services.secrets.seal(seed, seed_context(usuario)), false, 0});
    }));
    const std::string chave = crypto::to_base32(seed);
    // No CPF: the telephone shows the label to whoever holds it.
    return NewSegundoFator{chave, "otpauth://totp/Aroeira?secret=" + chave + "&issuer=Aroeira&algorithm=SHA1&digits=6&period=30"};
}

Result<std::vector<std::string>> confirm_second_factor(const Sessao& sessao, std::string_view code, std::string_view address, const Services& services) {
    const auto& usuario = *sessao.usuario;
    const auto codes = recovery_codes(services.secrets);
    Tried tried;
    AROEIRA_CHECK(services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(tried, try_code(usuario, false, code, address, ports, services));
        if (!tried.right) return {};
        AROEIRA_TRY(auto fator, ports.fatores.find(usuario));
        fator->ativo = true;
        AROEIRA_CHECK(ports.fatores.put(*fator));
        std::vector<std::string> hashes;
        for (const auto& one : codes) hashes.push_back(hash_of_token(one));
        AROEIRA_CHECK(ports.fatores.put_recovery(usuario, hashes));
        AROEIRA_CHECK(ports.sessoes.remove_others(usuario, sessao.token_hash));
        return ports.trail.record(entry_of(audit::Event::segundo_fator_ligado, usuario, usuario.text(), address));
    }));
    if (!tried.right) return refusal(tried.locks);
    return codes;
}

Result<void> end_second_factor(const Sessao& sessao, std::string_view code, std::string_view address, const Services& services) {
    const auto& usuario = *sessao.usuario;
    Tried tried;
    AROEIRA_CHECK(services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(const bool asked, is_asked_of(usuario, ports));
        if (asked) return asked_of_her();
        AROEIRA_TRY(tried, try_code(usuario, true, code, address, ports, services));
        if (!tried.right) return {};
        AROEIRA_CHECK(ports.fatores.remove(usuario));
        return ports.trail.record(entry_of(audit::Event::segundo_fator_removido, usuario, usuario.text(), address));
    }));
    if (!tried.right) return refusal(tried.locks);
    return {};
}

Result<Entered> prove_second_factor(const Sessao& sessao, std::string_view code, std::string_view address, const Services& services) {
    const auto& usuario = *sessao.usuario;
    if (!sessao.falta_codigo) return not_on();
    Tried tried;
    AROEIRA_TRY(auto entered, services.unit.write([&](Ports& ports) -> Result<std::optional<Entered>> {
        AROEIRA_TRY(tried, try_code(usuario, true, code, address, ports, services));
        if (!tried.right) return std::optional<Entered>();
        Sessao renewed = sessao;
        renewed.falta_codigo = false;
        AROEIRA_TRY(auto done, renew_session(std::move(renewed), ports, services));
        AROEIRA_CHECK(note_entrada(usuario, "ok", address, ports, services));
        return std::optional<Entered>(std::move(done));
    }));
    if (!entered) return refusal(tried.locks);
    services.seen.forget(sessao.token_hash);
    return std::move(*entered);
}

Result<void> reset_second_factor(const UsuariosGranted& granted, const UsuarioId& usuario, const Services& services) {
    const Actor& actor = granted.actor();
    if (actor.key == usuario.text())
        return Error{ErrorKind::forbidden, "ACESSO-0112", "Ninguém faz isto por si mesmo. Peça a outra pessoa que administra a instalação."};
    return services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(const auto known, ports.usuarios.find(usuario));
        if (!known) return Error{ErrorKind::not_found, "ACESSO-0022", "Usuário não encontrado."};
        AROEIRA_CHECK(ports.fatores.remove(usuario));
        AROEIRA_CHECK(ports.sessoes.remove_others(usuario, ""));
        return ports.trail.record(entry_of(audit::Event::segundo_fator_removido, usuario, actor.key, actor.address));
    });
}

}  // namespace aroeira::identity
