// SPDX-License-Identifier: Apache-2.0
#include "modules/instalacoes/http/server_views.hpp"

namespace aroeira::instalacoes::views {

ServidorDaInstalacao of(const ServerName& name) { return {name.nome, name.link, name.port, name.versao}; }

ServidorDeEmail of(const MailSeen& seen) {
    const auto& mail = seen.mail;
    return {.servidor = mail.host, .porta = mail.port, .login = mail.login, .login_remetente = mail.from.empty(), .remetente = mail.from,
            .autoridade = mail.ca_pem, .tem_senha = mail.has_senha, .habilitado = mail.enabled, .versao = seen.versao};
}

MailForm form_of(const EmailEscolhido& view) {
    // A port that does not fit is none of those that are accepted.
    const int port = view.porta < 1 || view.porta > 65535 ? 0 : static_cast<int>(view.porta);
    return {.host = view.servidor, .port = port, .login = view.login, .senha = view.senha, .login_is_from = view.login_remetente,
            .from = view.remetente, .ca_pem = view.autoridade, .versao = view.versao};
}

}  // namespace aroeira::instalacoes::views
