// SPDX-License-Identifier: Apache-2.0
#include "modules/instalacoes/operations/mail_server.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "platform/json/json.hpp"

namespace aroeira::instalacoes {
namespace {

constexpr std::string_view kOk = "bem_sucedida", kFailed = "falhou";
constexpr std::size_t kSenhaBytesMax = 200, kCaBytesMax = 20'000;

/// Who asked, and on which version: a test that ends after somebody saved again enables nothing.
struct Argument {
    std::string ator{};
    std::int64_t versao = 0;
    static constexpr auto fields = std::tuple{json::field("ator", &Argument::ator), json::field("versao", &Argument::versao)};
};

struct Found {
    std::string situacao{};
    std::string mensagem{};
    static constexpr auto fields = std::tuple{json::field("situacao", &Found::situacao), json::field("mensagem", &Found::mensagem)};
};

Result<MailSeen> seen(Ports& ports) {
    AROEIRA_TRY(auto mail, stored_mail(ports.settings));
    AROEIRA_TRY(const auto versao, ports.settings.version(groups::kEmail));
    return MailSeen{std::move(mail), versao};
}

bool is_host(std::string_view host) {
    return !host.empty() && host.size() <= 200 && host.front() != '-' &&
           std::all_of(host.begin(), host.end(), [](unsigned char c) { return std::isalnum(c) != 0 || c == '.' || c == '-'; });
}

Result<void> check(const MailForm& form, const StoredMail& before) {
    std::vector<FieldError> wrong;
    const auto refuse = [&](std::string field, std::string message, std::string fix) {
        wrong.push_back({"INST-0016", std::move(field), std::move(message), std::move(fix)});
    };
    if (!is_host(form.host)) refuse("servidor", "O endereço do servidor de e-mail não pôde ser lido.", "Informe como smtp.municipio.gov.br, sem http:// e sem a porta.");
    if (form.port < 1 || form.port > 65535) refuse("porta", "A porta deve ser de 1 a 65535.", "Em geral é 587 ou 465.");
    if (!mail::is_address(form.login)) refuse("login", "O login deve ser um e-mail.", "Informe como pec@municipio.gov.br.");
    if (!form.login_is_from && !mail::is_address(form.from)) refuse("remetente", "O e-mail remetente não é um e-mail.", "Informe um e-mail, ou marque «Usar como e-mail remetente».");
    const bool keeps = before.has_senha && before.host == form.host && before.login == form.login;
    if (form.senha.empty() && !keeps) refuse("senha", "A senha está vazia.", "Informe a senha de acesso ao servidor de e-mail.");
    if (form.senha.size() > kSenhaBytesMax || !text::is_one_line(form.senha)) refuse("senha", "A senha não pôde ser lida.", "Use até 200 letras, em uma linha.");
    if (!form.ca_pem.empty() && (form.ca_pem.size() > kCaBytesMax || !crypto::are_certificates(form.ca_pem)))
        refuse("autoridade", "O certificado da autoridade não pôde ser lido.", "Cole certificados em PEM, e nenhuma chave.");
    if (wrong.empty()) return {};
    return Error{ErrorKind::invalid_input, "INST-0016", "O servidor SMTP tem campos a corrigir.", std::move(wrong)};
}

Result<void> record(const std::string& actor, const std::string& address, std::string details, Ports& ports) {
    return ports.trail.record({.event = audit::Event::configuracao_alterada, .actor = actor, .address = address,
                               .entity = "configuracao", .entity_id = "email", .details = std::move(details)});
}

Result<void> keep(const MailForm& form, const crypto::Vault& vault, Ports& ports) {
    auto& settings = ports.settings;
    AROEIRA_CHECK(settings.put(keys::kMailHost, form.host));
    AROEIRA_CHECK(settings.put(keys::kMailPort, std::to_string(form.port)));
    AROEIRA_CHECK(settings.put(keys::kMailLogin, form.login));
    AROEIRA_CHECK(settings.put(keys::kMailFrom, form.login_is_from ? std::string_view() : form.from));
    AROEIRA_CHECK(settings.put(keys::kMailCa, form.ca_pem));
    if (!form.senha.empty()) AROEIRA_CHECK(settings.put(keys::kMailSenha, crypto::to_base64(vault.seal(form.senha, kMailSenhaContext))));
    return settings.put(keys::kMailEnabled, "nao");
}

/// Why nobody can be asked now.
Result<void> check_ready(Ports& ports) {
    AROEIRA_TRY(const bool internet, ports.settings.internet_enabled());
    if (!internet) return Error{ErrorKind::conflict, "INST-0012", "A conexão com a internet está desabilitada. Habilite-a para fazer o teste."};
    AROEIRA_TRY(const auto link, ports.settings.value(keys::kInstallationLink));
    if (link.value_or("").empty())
        return Error{ErrorKind::conflict, "INST-0017", "Salve antes o «Link da instalação»: é ele que vai nas mensagens."};
    return {};
}

}  // namespace

Result<MailSeen> read_mail(const MayConfigure&, const Services& services) {
    return services.unit.read([](Ports& ports) { return seen(ports); });
}

Result<jobs::TrabalhoId> ask_to_enable_mail(const MayConfigure& granted, const MailForm& form, const Services& services, const Outside& outside) {
    const auto& actor = granted.actor();
    AROEIRA_TRY(auto queued, services.unit.write([&](Ports& ports) -> Result<jobs::TrabalhoId> {
        AROEIRA_TRY(const auto before, seen(ports));
        AROEIRA_CHECK(check(form, before.mail));
        AROEIRA_CHECK(check_ready(ports));
        AROEIRA_CHECK(ports.settings.advance(groups::kEmail, form.versao));
        AROEIRA_CHECK(keep(form, outside.vault, ports));
        AROEIRA_CHECK(record(actor.key, actor.address, R"({"gravado":true,"senha_trocada":)" + std::string(form.senha.empty() ? "false" : "true") + "}", ports));
        auto made = jobs::enqueue(ports.session, outside.ids, services.clock,
                                  {.kind = std::string(kEnableMailJob), .argument = json::text_of(Argument{actor.key, form.versao + 1}),
                                   .owner = actor.key, .unique_key = "um"});
        if (!made && made.error().kind == ErrorKind::conflict)
            return Error{ErrorKind::conflict, "INST-0014", "Um teste já está em andamento. Aguarde o resultado dele."};
        return made;
    }));
    outside.wake_jobs();
    return queued;
}

Result<std::string> enable_mail(jobs::Context& job, const Services& services, const Outside& outside) {
    AROEIRA_TRY(const auto argument, json::parse<Argument>(job.argument()));
    AROEIRA_TRY(const auto way, services.unit.read([&](Ports& ports) { return mail_way(ports.settings, outside.vault); }));
    job.progress("Entrando no servidor de e-mail", 0, 0);
    const auto entered = outside.mail.check(way.server);
    Found found{std::string(kFailed), entered ? "" : entered.error().message};
    AROEIRA_CHECK(services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(const auto now, ports.settings.version(groups::kEmail));
        if (entered && now != argument.versao) found.mensagem = "Outra pessoa gravou o servidor SMTP durante o teste. Confira o que está gravado e habilite de novo.";
        const bool enabled = entered && now == argument.versao;
        if (enabled) {
            found = {std::string(kOk), "Conexão bem sucedida. O envio de e-mail está habilitado."};
            AROEIRA_CHECK(ports.settings.put(keys::kMailEnabled, "sim"));
        }
        return record(argument.ator, "", enabled ? R"({"habilitado":true})" : R"({"habilitado":false})", ports);
    }));
    return json::text_of(found);
}

Result<MailSeen> disable_mail(const MayConfigure& granted, std::int64_t versao, const Services& services) {
    return services.unit.write([&](Ports& ports) -> Result<MailSeen> {
        AROEIRA_CHECK(ports.settings.advance(groups::kEmail, versao));
        AROEIRA_CHECK(ports.settings.put(keys::kMailEnabled, "nao"));
        AROEIRA_CHECK(record(granted.actor().key, granted.actor().address, R"({"habilitado":false})", ports));
        return seen(ports);
    });
}

}  // namespace aroeira::instalacoes
