// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/enter_destino.hpp"

#include "modules/transmission/domain/endereco.hpp"
#include "modules/transmission/operations/form.hpp"
#include "platform/json/json.hpp"

namespace aroeira::transmission {
namespace {

constexpr std::string_view kCookie = "JSESSIONID";

Error refused_credencial() {
    return {ErrorKind::forbidden, "TRANS-0016",
            "O servidor não aceitou o usuário e a senha. Confira a credencial de integração com o administrador de lá, e se está ativa."};
}

/// The words are ours: of what another server says only the codes we know count.
Error refused_certificate(const client::Answer& answer) {
    const auto document = json::Document::parse(answer.body);
    const auto found = document && document->root().kind() == json::Node::Kind::object ? document->root().find("code") : std::nullopt;
    const std::string code = found && found->kind() == json::Node::Kind::text ? std::string(found->text()) : std::string();
    const auto refusal = [&](std::string message) { return Error{ErrorKind::forbidden, "TRANS-0032", std::move(message), {}, std::to_string(answer.status)}; };
    if (code == "ACESSO-0053") return refusal("O servidor não pediu o certificado. Peça ao administrador de lá que indique a autoridade dos certificados na configuração, ou informe usuário e senha.");
    if (code == "ACESSO-0054") return refusal("O certificado com que esta instalação se apresenta venceu. Edite a instalação de destino e informe um novo.");
    if (code == "ACESSO-0055") return refusal("O certificado com que esta instalação se apresenta ainda não vale para o servidor. Confira a validade dele e o relógio dos dois computadores.");
    if (code == "ACESSO-0056") return refusal("O certificado com que esta instalação se apresenta não é de uma autoridade que o servidor aceita. Peça um à autoridade certa.");
    if (code == "ACESSO-0057") return refusal("O servidor não conhece o certificado com que esta instalação se apresenta. Peça ao administrador de lá que o registre na credencial de integração.");
    return refusal("O servidor não aceitou o certificado com que esta instalação se apresenta. Confira com o administrador de lá.");
}

Result<std::string> opened(Result<std::string> secret, std::string otherwise) {
    if (secret) return secret;
    return Error{ErrorKind::internal, "TRANS-0015", std::move(otherwise), {}, std::string(secret.error().code.text())};
}

}  // namespace

std::string words_for_status(int status) {
    if (status >= 300 && status < 400) return "O servidor mandou procurar em outro endereço. Confira se é http:// ou https://, a porta e o caminho.";
    if (status == 429 || status == 502 || status == 503 || status == 504) return "O servidor está ocupado ou em manutenção. Tente de novo mais tarde.";
    if (status >= 500) return "O servidor falhou ao responder. Avise quem cuida dele.";
    return "Um servidor respondeu, mas não é uma instalação que recebe dados. Confira o endereço, a porta e o caminho.";
}

Result<Segredos> segredos_of(const Destino& destino, Ports& ports, const crypto::Vault& vault) {
    AROEIRA_TRY(const auto sealed_senha, ports.destinos.senha(destino.id));
    AROEIRA_TRY(const auto sealed_chave, ports.destinos.chave(destino.id));
    Segredos open;
    if (!sealed_senha.empty()) {
        AROEIRA_TRY(open.senha, opened(vault.unseal(sealed_senha, senha_context(destino.id)), "A senha guardada deste destino não pode ser aberta. Edite o destino e informe a senha de novo."));
    }
    if (!sealed_chave.empty()) {
        AROEIRA_TRY(open.chave_pem, opened(vault.unseal(sealed_chave, chave_context(destino.id)), "A chave guardada do certificado deste destino não pode ser aberta. Edite o destino e informe o certificado de novo."));
    }
    return open;
}


client::Call call_to(const Destino& destino, const Segredos& segredos, std::string_view path) {
    client::Call call{.url = api_url(destino.endereco, path), .ca_pem = destino.ca_pem};
    if (!segredos.chave_pem.empty()) {
        call.certificate_pem = destino.certificado_pem;
        call.key_pem = segredos.chave_pem;
    }
    return call;
}

Result<std::string> enter_destino(const Destino& destino, const Segredos& segredos, client::Transport& transport) {
    const bool by_certificate = destino.enters_by_certificate();
    auto call = call_to(destino, segredos, by_certificate ? "/api/v1/integracao/entrada" : "/api/recebimento/login");
    call.method = client::Method::post;
    call.timeout = std::chrono::seconds(15);
    call.answer_bytes_max = 64 << 10;
    Form form;
    form.add("usuario", destino.usuario);
    form.add("senha", segredos.senha);
    const auto body = form.body();
    if (!by_certificate) {
        call.content_type = form.content_type();
        call.body = body;
    }
    AROEIRA_TRY(const auto answer, transport.send(call));
    if (answer.status == 400 || answer.status == 401 || answer.status == 403) return by_certificate ? refused_certificate(answer) : refused_credencial();
    const auto token = answer.set_cookie(kCookie);
    if (answer.status != (by_certificate ? 204 : 200) || token.empty())
        return Error{ErrorKind::unavailable, "TRANS-0017", words_for_status(answer.status), {}, std::to_string(answer.status)};
    return std::string(kCookie) + "=" + std::string(token);
}

}  // namespace aroeira::transmission
