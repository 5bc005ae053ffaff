// SPDX-License-Identifier: Apache-2.0
// How other systems enter: POST /api/recebimento/login, as they know it from a PEC, and by a client certificate.
#include "modules/identity/http/routes.hpp"
#include "modules/identity/operations/api_log_in.hpp"

namespace aroeira::identity {
namespace {

http::Response plain(int status, std::string text) {
    return {.status = status, .content_type = "text/plain; charset=utf-8", .body = std::move(text)};
}

Result<http::Response> post_login(const Services& services, const http::Request& request) {
    const auto parts = request.form();
    if (!parts) return plain(400, "Envie os campos \"usuario\" e \"senha\" como formulário.");
    ApiLogin login{.usuario = {}, .segredo = {}, .address = request.remote_address};
    for (const auto& part : *parts) {
        if (part.name == "usuario") login.usuario = part.content;
        if (part.name == "senha") login.segredo = part.content;
    }
    if (login.usuario.empty() || login.segredo.empty()) return plain(400, "Usuário ou senha inválidos.");
    const auto entered = api_log_in(login, services);
    if (!entered) {
        if (entered.error().kind == ErrorKind::unavailable || entered.error().kind == ErrorKind::internal) return entered.error();
        return plain(400, entered.error().message);
    }
    auto response = plain(200, "");
    response.headers.emplace_back("Set-Cookie", http::set_cookie({.name = kSystemCookie, .value = entered->token, .secure = request.secure}));
    return response;
}

Shown shown_by(const http::Request& request) {
    if (!request.certificate) return Shown::nothing;
    using enum http::ClientCertificate::Trust;
    switch (request.certificate->trust) {
        case trusted: return Shown::trusted;
        case expired: return Shown::expired;
        case not_yet_valid: return Shown::not_yet_valid;
        case other_authority: return Shown::other_authority;
        case unfit: return Shown::unfit;
    }
    return Shown::unfit;
}

Result<http::Response> post_entrada(const Services& services, const http::Request& request) {
    const auto impressao = request.certificate ? std::string_view(request.certificate->fingerprint) : std::string_view();
    AROEIRA_TRY(const auto entered, api_log_in(CertificateLogin{shown_by(request), impressao, request.remote_address}, services));
    http::Response response{.status = 204, .content_type = ""};
    response.headers.emplace_back("Set-Cookie", http::set_cookie({.name = kSystemCookie, .value = entered.token, .secure = request.secure}));
    return response;
}

}  // namespace

std::vector<http::Route> ledi_login_routes(const Services& services) {
    return {
        {.method = http::Method::post, .path = "/api/recebimento/login", .permission = "publico",
         .summary = "Entrada de um sistema de terceiros com a credencial de integração (API LEDI).",
         .handle = [&services](const http::Request& request) { return post_login(services, request); },
         .request = {"multipart/form-data", "", ""}, .response = {"text/plain", "", ""}, .refusal = {"text/plain", "", ""},
         .body_bytes_max = 16 << 10, .csrf = false},
        {.method = http::Method::post, .path = "/api/v1/integracao/entrada", .permission = "publico",
         .summary = "Entrada de outra instalação com o certificado registrado na credencial, apresentado na conexão HTTPS.",
         .handle = [&services](const http::Request& request) { return post_entrada(services, request); }, .status = 204, .csrf = false},
    };
}

}  // namespace aroeira::identity
