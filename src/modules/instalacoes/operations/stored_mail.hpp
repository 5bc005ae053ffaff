// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/instalacoes/domain/sealed.hpp"
#include "modules/instalacoes/domain/stores.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/mail/mail.hpp"

namespace aroeira::instalacoes {

/// «Servidor SMTP» as it is kept, without the password.
struct StoredMail {
    std::string host{};
    int port = 587;
    std::string login{};
    std::string from{};   ///< "": «Usar como e-mail remetente».
    std::string ca_pem{};
    bool has_senha = false;
    bool enabled = false;
};

/// Errors: `unavailable` DB-0004.
Result<StoredMail> stored_mail(SettingsStore& settings);

/// The server with its password, and who letters are from.
struct MailWay {
    mail::Server server{};
    std::string from{};
};
/// Errors: `internal` INST-0018 when the password was sealed by a key this node does not have.
Result<MailWay> mail_way(SettingsStore& settings, const crypto::Vault& vault);

/// What a letter needs, or nothing while e-mail or the connection to the internet is disabled.
struct Mailbox {
    MailWay way{};
    std::string nome{};  ///< Of the installation.
    std::string link{};  ///< Of the installation, without a slash at the end.
};
Result<std::optional<Mailbox>> mailbox(SettingsStore& settings, const crypto::Vault& vault);

/// Whether letters can go out at all. Errors: `unavailable` DB-0004.
Result<bool> mail_enabled(SettingsStore& settings);

}  // namespace aroeira::instalacoes
