// SPDX-License-Identifier: Apache-2.0
#include "modules/instalacoes/operations/stored_mail.hpp"

#include "modules/instalacoes/domain/number.hpp"

namespace aroeira::instalacoes {

Result<StoredMail> stored_mail(SettingsStore& settings) {
    StoredMail kept;
    AROEIRA_TRY(const auto host, settings.value(keys::kMailHost));
    AROEIRA_TRY(const auto port, settings.value(keys::kMailPort));
    AROEIRA_TRY(const auto login, settings.value(keys::kMailLogin));
    AROEIRA_TRY(const auto from, settings.value(keys::kMailFrom));
    AROEIRA_TRY(const auto ca, settings.value(keys::kMailCa));
    AROEIRA_TRY(const auto senha, settings.value(keys::kMailSenha));
    AROEIRA_TRY(const auto enabled, settings.value(keys::kMailEnabled));
    kept.host = host.value_or("");
    if (const auto number = number_of(port); number && *number >= 1 && *number <= 65535) kept.port = static_cast<int>(*number);
    kept.login = login.value_or("");
    kept.from = from.value_or("");
    kept.ca_pem = ca.value_or("");
    kept.has_senha = !senha.value_or("").empty();
    kept.enabled = enabled == "sim" && !kept.host.empty();
    return kept;
}

Result<MailWay> mail_way(SettingsStore& settings, const crypto::Vault& vault) {
    AROEIRA_TRY(const auto kept, stored_mail(settings));
    AROEIRA_TRY(const auto senha, settings.value(keys::kMailSenha));
    const auto sealed = crypto::from_base64(senha.value_or(""));
    auto opened = sealed ? vault.unseal(*sealed, kMailSenhaContext) : Result<std::string>(sealed.error());
    if (!opened)
        return Error{ErrorKind::internal, "INST-0018", "A senha do e-mail não pode ser lida neste computador. Informe-a de novo em «Servidores»."};
    return MailWay{{.host = kept.host, .port = kept.port, .login = kept.login, .password = std::move(*opened), .ca_pem = kept.ca_pem},
                   kept.from.empty() ? kept.login : kept.from};
}

Result<bool> mail_enabled(SettingsStore& settings) {
    AROEIRA_TRY(const bool internet, settings.internet_enabled());
    AROEIRA_TRY(const auto kept, stored_mail(settings));
    AROEIRA_TRY(const auto link, settings.value(keys::kInstallationLink));
    return internet && kept.enabled && !link.value_or("").empty();
}

Result<std::optional<Mailbox>> mailbox(SettingsStore& settings, const crypto::Vault& vault) {
    AROEIRA_TRY(const bool enabled, mail_enabled(settings));
    if (!enabled) return std::optional<Mailbox>();
    AROEIRA_TRY(auto way, mail_way(settings, vault));
    AROEIRA_TRY(const auto card, settings.card());
    AROEIRA_TRY(const auto link, settings.value(keys::kInstallationLink));
    return std::optional(Mailbox{std::move(way), card.nome, link.value_or("")});
}

}  // namespace aroeira::instalacoes
