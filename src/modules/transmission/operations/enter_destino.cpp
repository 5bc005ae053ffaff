// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/enter_destino.hpp"

#include "modules/transmission/domain/endereco.hpp"
#include "modules/transmission/operations/form.hpp"

namespace aroeira::transmission {
namespace {

constexpr std::string_view kCookie = "JSESSIONID";

}  // namespace

std::string words_for_status(int status) {
    if (status >= 300 && status < 400) return "O servidor mandou procurar em outro endereço. Confira se é http:// ou https://, a porta e o caminho.";
    if (status == 429 || status == 502 || status == 503 || status == 504) return "O servidor está ocupado ou em manutenção. Tente de novo mais tarde.";
    if (status >= 500) return "O servidor falhou ao responder. Avise quem cuida dele.";
    return "Um servidor respondeu, mas não é uma instalação que recebe dados. Confira o endereço, a porta e o caminho.";
}

Result<std::string> senha_of(const Destino& destino, Ports& ports, const crypto::Vault& vault) {
    AROEIRA_TRY(const auto sealed, ports.destinos.senha(destino.id));
    if (sealed.empty()) return std::string();
    auto opened = vault.unseal(sealed, destino.id.text());
    if (!opened)
        return Error{ErrorKind::internal, "TRANS-0015", "A senha guardada deste destino não pode ser aberta. Edite o destino e informe a senha de novo.",
                     {}, std::string(opened.error().code.text())};
    return opened;
}

Result<std::string> enter_destino(const Destino& destino, std::string_view senha, client::Transport& transport) {
    Form form;
    form.add("usuario", destino.usuario);
    form.add("senha", senha);
    const auto body = form.body();
    AROEIRA_TRY(const auto answer, transport.send({.method = client::Method::post, .url = api_url(destino.endereco, "/api/recebimento/login"),
                                                   .content_type = form.content_type(), .body = body,
                                                   .ca_pem = destino.ca_pem, .timeout = std::chrono::seconds(15), .answer_bytes_max = 64 << 10}));
    if (answer.status == 400 || answer.status == 401 || answer.status == 403)
        return Error{ErrorKind::forbidden, "TRANS-0016",
                     "O servidor não aceitou o usuário e a senha. Confira a credencial de integração com o administrador de lá, e se está ativa."};
    const auto token = answer.set_cookie(kCookie);
    if (answer.status != 200 || token.empty())
        return Error{ErrorKind::unavailable, "TRANS-0017", words_for_status(answer.status), {}, std::to_string(answer.status)};
    return std::string(kCookie) + "=" + std::string(token);
}

}  // namespace aroeira::transmission
