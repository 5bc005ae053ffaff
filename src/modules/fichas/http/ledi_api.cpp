// SPDX-License-Identifier: Apache-2.0
// POST /api/v1/recebimento/ficha, as third-party systems know it from a PEC.
#include "modules/fichas/http/system_routes.hpp"
#include "modules/fichas/api/findings.hpp"
#include "modules/fichas/operations/receive_fichas.hpp"

namespace aroeira::fichas {
namespace {

http::Response plain(int status, std::string text) {
    return {.status = status, .content_type = "text/plain; charset=utf-8", .body = std::move(text)};
}

/// One line per broken rule: field, cause, correction. Senders show it to whoever fixes the record.
std::string validation_text(std::string_view kept) {
    std::string text = "Erro de validação";
    const auto findings = parse_findings(kept);
    if (!findings) return text;
    for (const auto& error : findings->erros)
        text += "\n" + error.campo + ": " + error.mensagem + " " + error.correcao + " [" + error.regra + "]";
    return text;
}

http::Response answer(const ItemVerdict& verdict) {
    switch (verdict.situacao) {
        case Situacao::valida:
            return plain(200, verdict.repetida ? "Ficha já recebida anteriormente." : "Ficha recebida com sucesso.");
        case Situacao::invalida: return plain(400, validation_text(verdict.achados));
        case Situacao::ilegivel:
            return plain(400, "Não foi possível deserializar o arquivo: ele deve conter uma única ficha, em Thrift ou XML. " +
                                  verdict.motivo + " [" + verdict.regra + "]");
    }
    return plain(500, "Erro inesperado.");
}

/// The contract knows one answer to what is our fault: 500. The cause goes to the operator's log.
Error unexpected(const Error& cause) {
    return {ErrorKind::internal, "RECEB-0040", "Erro inesperado ao receber a ficha. Nada foi gravado; envie de novo em alguns minutos.",
            {}, std::string(cause.code.text()) + " " + cause.detail};
}

}  // namespace

Result<http::Response> post_ficha(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<identity::Permission::fichas_receber>(request));
    const auto parts = request.form();
    if (!parts) return plain(400, "O corpo deve ser multipart/form-data com uma parte chamada \"ficha\".");
    const http::Part* file = nullptr;
    for (const auto& part : *parts) {
        if (part.name != "ficha") continue;
        if (file) return plain(400, "Envie uma ficha por requisição: há mais de uma parte chamada \"ficha\".");
        file = &part;
    }
    if (!file) return plain(400, "Falta a parte \"ficha\" com o arquivo.");
    if (file->content.starts_with("PK"))
        return plain(400, "Não foi possível deserializar o arquivo: foi enviado um arquivo compactado (.zip). "
                          "Envie uma ficha por requisição, em Thrift (.esus) ou XML (.esus.xml).");
    const OnlineItem item{file->file_name, file->content};
    const auto verdicts = receive_fichas(granted, {&item, 1}, needs.services);
    if (!verdicts) {
        if (verdicts.error().kind == ErrorKind::unavailable || verdicts.error().kind == ErrorKind::internal)
            return unexpected(verdicts.error());
        return plain(400, "Erro de validação\ncodIbge: " + verdicts.error().message);
    }
    return answer(verdicts->front());
}

}  // namespace aroeira::fichas
