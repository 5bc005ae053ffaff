// SPDX-License-Identifier: Apache-2.0
// Entering, staying and leaving, as the screens ask for them.
#include "modules/identity/http/routes.hpp"
#include "modules/identity/http/views.hpp"
#include "modules/identity/operations/change_password.hpp"
#include "modules/identity/operations/choose_acesso.hpp"
#include "modules/identity/operations/first_access.hpp"
#include "modules/identity/operations/log_in.hpp"
#include "modules/identity/operations/log_out.hpp"
#include "platform/http/json_body.hpp"

namespace aroeira::identity {
namespace {

// A password has at most 128 characters; a body of more than this is no login.
constexpr std::uint64_t kBodyBytesMax = 4 << 10;
constexpr std::string_view kWithoutPermission = "autenticado";

Result<http::Response> session_answer(const Sessao& sessao, const Services& services) {
    AROEIRA_TRY(const auto described, current_session(sessao, services));
    return http::json(json::text_of(views::of(described)));
}

/// The answer of whatever gave the browser a new token.
Result<http::Response> entered_answer(const http::Request& request, const Entered& entered, const Services& services) {
    AROEIRA_TRY(auto response, session_answer(entered.sessao, services));
    response.headers.emplace_back("Set-Cookie", http::set_cookie({.name = kPersonCookie, .value = entered.token, .secure = request.secure}));
    return response;
}

Result<http::Response> post_session(const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto login, http::body_of<views::Login>(request));
    AROEIRA_TRY(const auto cpf, Cpf::parse(login.cpf));
    AROEIRA_TRY(const auto entered, log_in({.cpf = cpf, .password = login.senha, .address = request.remote_address,
                                            .replaced_token = request.cookie(kPersonCookie)}, services));
    return entered_answer(request, entered, services);
}

Result<http::Response> get_session(const SessionGate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto sessao, gate.person_half_inside(request));
    return session_answer(sessao, services);
}

Result<http::Response> delete_session(const SessionGate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto sessao, gate.person_half_inside(request));
    AROEIRA_CHECK(log_out(sessao, request.remote_address, services));
    http::Response response{.status = 204, .content_type = ""};
    response.headers.emplace_back("Set-Cookie",
                                  http::set_cookie({.name = kPersonCookie, .value = "", .secure = request.secure, .age_max_s = 0}));
    return response;
}

Result<http::Response> put_acesso(const SessionGate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto sessao, gate.person(request));
    AROEIRA_TRY(const auto choice, http::body_of<views::EscolhaDeAcesso>(request));
    AROEIRA_TRY(const auto acesso, AcessoId::parse(choice.acesso));
    AROEIRA_TRY(const auto entered, choose_acesso(sessao, acesso, request.remote_address, services));
    return entered_answer(request, entered, services);
}

Result<http::Response> put_senha(const SessionGate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto sessao, gate.person(request));
    AROEIRA_TRY(const auto change, http::body_of<views::TrocaDeSenha>(request));
    AROEIRA_TRY(const auto entered, change_password(sessao, {.current = change.atual, .chosen = change.nova,
                                                             .address = request.remote_address}, services));
    return entered_answer(request, entered, services);
}

Result<http::Response> post_primeiro_acesso(const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto access, http::body_of<views::PrimeiroAcesso>(request));
    AROEIRA_TRY(const auto cpf, Cpf::parse(access.cpf));
    AROEIRA_TRY(const auto entered, use_first_access({.code = access.codigo, .cpf = cpf, .nome = access.nome ? std::string_view(*access.nome) : "",
                                                      .password = access.senha, .address = request.remote_address}, services));
    return entered_answer(request, entered, services);
}

}  // namespace

std::vector<http::Route> session_routes(SessionGate& gate, const Services& services) {
    const auto bound = [&gate, &services](auto handler) {
        return [&gate, &services, handler](const http::Request& request) { return handler(gate, services, request); };
    };
    const auto open = [&services](auto handler) {
        return [&services, handler](const http::Request& request) { return handler(services, request); };
    };
    const auto sessao = http::json_type<views::SessaoAberta>("Sessao");
    return {
        {.method = http::Method::post, .path = "/api/v1/sessao", .permission = "publico", .summary = "Entra com CPF e senha.",
         .handle = open(post_session), .request = http::json_type<views::Login>("Login"), .response = sessao,
         .body_bytes_max = kBodyBytesMax, .csrf = false},
        {.method = http::Method::get, .path = "/api/v1/sessao", .permission = kWithoutPermission,
         .summary = "A sessão atual, com os acessos e as permissões.", .handle = bound(get_session), .response = sessao},
        {.method = http::Method::del, .path = "/api/v1/sessao", .permission = kWithoutPermission, .summary = "Sai do sistema.",
         .handle = bound(delete_session), .status = 204, .body_bytes_max = kBodyBytesMax},
        {.method = http::Method::put, .path = "/api/v1/sessao/acesso", .permission = kWithoutPermission,
         .summary = "Escolhe o acesso com que se trabalha.", .handle = bound(put_acesso),
         .request = http::json_type<views::EscolhaDeAcesso>("EscolhaDeAcesso"), .response = sessao, .body_bytes_max = kBodyBytesMax},
        {.method = http::Method::put, .path = "/api/v1/sessao/senha", .permission = kWithoutPermission,
         .summary = "Troca a própria senha.", .handle = bound(put_senha), .request = http::json_type<views::TrocaDeSenha>("TrocaDeSenha"),
         .response = sessao, .body_bytes_max = kBodyBytesMax},
        {.method = http::Method::post, .path = "/api/v1/primeiro-acesso", .permission = "publico",
         .summary = "Usa um link de uso único para escolher a senha e entrar.", .handle = open(post_primeiro_acesso),
         .request = http::json_type<views::PrimeiroAcesso>("PrimeiroAcesso"), .response = sessao, .body_bytes_max = kBodyBytesMax,
         .csrf = false},
    };
}

}  // namespace aroeira::identity
