// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/operations/forgot_password.hpp"

#include "modules/identity/operations/attempt.hpp"
#include "platform/json/json.hpp"

namespace aroeira::identity {
namespace {

/// Whose it is ("" when nobody's), and until when it is worth sending.
struct Argument {
    std::string usuario{};
    std::int64_t ate_ms = 0;
    static constexpr auto fields = std::tuple{json::field("usuario", &Argument::usuario), json::field("ate_ms", &Argument::ate_ms)};
};

constexpr std::string_view kNothing = "{}";

Error too_many() {
    return {ErrorKind::unauthenticated, "ACESSO-0058", "Muitos pedidos vieram deste computador ou rede. Aguarde alguns minutos e tente de novo."};
}

/// The usuário to write to, or nothing when that was asked often enough.
struct Heard {
    bool often = false;
    std::string usuario{};
};

Result<Heard> hear(const std::string& key, const Cpf& cpf, std::string_view address, Ports& ports, const Services& services) {
    const Instant now = services.clock.now();
    AROEIRA_TRY(const auto policy, ports.settings.policy());
    const std::string from = "senha:" + address_key(address);
    AROEIRA_TRY(const auto of_address, ports.tentativas.counted(from, policy.address_window, now));
    if (of_address >= kRecoveriesOfAddressMax) return too_many();
    AROEIRA_CHECK(ports.tentativas.count(from, policy.address_window, now));
    AROEIRA_TRY(const auto before, ports.tentativas.counted(key, kRecoveryLasts, now));
    AROEIRA_CHECK(ports.tentativas.count(key, kRecoveryLasts, now));
    AROEIRA_TRY(const auto usuario, ports.usuarios.find_by_cpf(cpf));
    const Heard heard{before >= kRecoveriesMax, std::string(usuario ? usuario->id.text() : std::string_view())};
    AROEIRA_CHECK(ports.trail.record({.event = audit::Event::login_falha, .actor = heard.usuario, .address = std::string(address),
                                      .entity = "usuario", .entity_id = heard.usuario, .details = R"({"motivo":"esqueci_minha_senha"})"}));
    return heard;
}

std::string words_for(const LetterWay& way, const std::string& code) {
    return "Olá.\n\n"
           "Alguém, provavelmente você, pediu para redefinir a senha com que você entra em " + way.nome + ".\n\n"
           "Para escolher outra senha, abra este endereço nos próximos " + std::to_string(kRecoveryLasts.count()) + " minutos. Ele serve uma vez só:\n\n" +
           way.link + "/primeiro-acesso#senha&codigo=" + code + "\n\n"
           "Se não foi você, não faça nada: a sua senha continua a mesma.\n";
}

std::string words_for_locked(const LetterWay& way) {
    return "Olá.\n\n"
           "Alguém, provavelmente você, pediu para redefinir a senha com que você entra em " + way.nome + ".\n\n"
           "O seu acesso está bloqueado, porque o máximo de tentativas com senha errada foi atingido. Procure o administrador: "
           "só ele pode desbloquear o acesso e dar a você um link para escolher outra senha.\n";
}

Result<std::string> make_link(const Usuario& usuario, const Services& services) {
    const std::string code = services.secrets.token();
    AROEIRA_CHECK(services.unit.write([&](Ports& ports) {
        return ports.usuarios.put_convite(hash_of_token(code), {usuario.id, services.clock.now() + kRecoveryLasts});
    }));
    return code;
}

/// Who it is for, if there is still somebody to write to.
Result<std::optional<Usuario>> reader_of(const Argument& argument, const Services& services) {
    if (argument.usuario.empty() || to_ms(services.clock.now()) >= argument.ate_ms) return std::optional<Usuario>();
    AROEIRA_TRY(const auto id, UsuarioId::parse(argument.usuario));
    AROEIRA_TRY(auto usuario, services.unit.read([&](Ports& ports) { return ports.usuarios.find(id); }));
    if (!usuario || !usuario->ativo) return std::optional<Usuario>();
    return usuario;
}

}  // namespace

Result<bool> offers_recovery(const RecoveryServices& recovery) { return recovery.recovery.available(); }

Result<void> ask_for_link(const Cpf& cpf, std::string_view address, const Services& services, const RecoveryServices& recovery) {
    AROEIRA_TRY(const bool available, recovery.recovery.available());
    if (!available)
        return Error{ErrorKind::conflict, "ACESSO-0050", "Esta instalação não envia e-mail. Peça ao administrador um link para redefinir a senha."};
    const std::string key = "senha:" + services.secrets.fingerprint(cpf.text());
    AROEIRA_TRY(const auto heard, services.unit.write([&](Ports& ports) { return hear(key, cpf, address, ports, services); }));
    if (heard.often) return {};
    const auto queued = recovery.enqueue(json::text_of(Argument{heard.usuario, to_ms(services.clock.now() + kRecoveryLasts)}), key);
    // The letter of a moment ago is still on its way.
    if (!queued && queued.error().kind != ErrorKind::conflict) return queued.error();
    return {};
}

Result<std::string> send_link(jobs::Context& job, const Services& services, const RecoveryServices& recovery) {
    AROEIRA_TRY(const auto argument, json::parse<Argument>(job.argument()));
    AROEIRA_TRY(const auto usuario, reader_of(argument, services));
    if (!usuario) return std::string(kNothing);
    AROEIRA_TRY(const auto way, recovery.recovery.way());
    AROEIRA_TRY(const auto email, recovery.recovery.email_of(usuario->cpf));
    if (!way || !mail::is_address(email)) return std::string(kNothing);
    mail::Letter letter{.from = way->from, .from_name = way->nome, .to = email, .subject = "Redefinição de senha"};
    if (usuario->bloqueado) {
        letter.text = words_for_locked(*way);
    } else {
        AROEIRA_TRY(const auto code, make_link(*usuario, services));
        letter.text = words_for(*way, code);
    }
    AROEIRA_CHECK(recovery.sender.send(way->server, letter));
    return std::string(kNothing);
}

}  // namespace aroeira::identity
