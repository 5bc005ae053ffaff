// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/instalacoes/operations/stored_mail.hpp"
#include "modules/instalacoes/operations/security.hpp"

namespace aroeira::instalacoes {

struct MailSeen {
    StoredMail mail{};
    std::int64_t versao = 0;
};

/// «Servidor SMTP» as it is; its password never comes back.
/// Errors: `unavailable` DB-0004.
Result<MailSeen> read_mail(const MayConfigure& granted, const Services& services);

/// What a person says of it.
struct MailForm {
    std::string host{};
    int port = 0;
    std::string login{};
    std::string senha{};   ///< "": the one that is kept, for the same server and login.
    bool login_is_from = true;  ///< «Usar como e-mail remetente».
    std::string from{};    ///< «E-mail remetente», when the login is not.
    std::string ca_pem{};
    std::int64_t versao = 0;
};

inline constexpr std::string_view kEnableMailJob = "instalacao_habilitar_email";

/// «Habilitar»: keeps what was said, and a job enters that server; only when that is «Bem sucedida» is e-mail enabled.
/// Errors: `invalid_input` INST-0016, by field; `conflict` INST-0009, INST-0012 while there is no internet,
///         INST-0017 while the link of the installation is missing, INST-0014 while a test is under way.
/// Source: manual, 3.1.3.
Result<jobs::TrabalhoId> ask_to_enable_mail(const MayConfigure& granted, const MailForm& form, const Services& services, const Outside& outside);

/// The job. Its result is `{"situacao":"bem_sucedida"|"falhou","mensagem":…}`.
Result<std::string> enable_mail(jobs::Context& job, const Services& services, const Outside& outside);

/// «Desabilitar», at any time: nothing goes out; what was said stays. Errors: `conflict` INST-0009.
Result<MailSeen> disable_mail(const MayConfigure& granted, std::int64_t versao, const Services& services);

}  // namespace aroeira::instalacoes
