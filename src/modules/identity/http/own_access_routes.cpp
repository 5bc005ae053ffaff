// SPDX-License-Identifier: Apache-2.0
// «Meus acessos», open sessions, terms of use and the second factor: what each person does about her own access.
#include <charconv>

#include "modules/identity/domain/termo.hpp"
#include "modules/identity/http/own_access_views.hpp"
#include "modules/identity/http/routes.hpp"
#include "modules/identity/http/views.hpp"
#include "modules/identity/operations/own_access.hpp"
#include "modules/identity/operations/second_factor.hpp"
#include "platform/http/json_body.hpp"

namespace aroeira::identity {
namespace {

constexpr std::uint64_t kBodyBytesMax = 4 << 10;
constexpr std::string_view kOwn = "autenticado";

Result<http::Response> get_entradas(const SessionGate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto sessao, gate.person(request));
    std::int64_t page = 1;
    const auto text = request.query_value("pagina").value_or("1");
    const auto done = std::from_chars(text.data(), text.data() + text.size(), page);
    if (done.ec != std::errc() || done.ptr != text.data() + text.size() || page < 1 || page > 1'000'000)
        return Error{ErrorKind::invalid_input, "ACESSO-0116", "O parâmetro \"pagina\" não serve. Informe um número a partir de 1."};
    AROEIRA_TRY(const auto found, own_entradas(sessao, page, services));
    views::EntradasProprias view{.total = found.total, .pagina = page};
    for (const auto& one : found.itens) view.itens.push_back({to_ms(one.instante), one.resultado, one.endereco});
    return http::json(json::text_of(view));
}

Result<http::Response> get_sessoes(const SessionGate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto sessao, gate.person(request));
    AROEIRA_TRY(const auto open, own_sessions(sessao, services));
    views::SessoesAbertas view;
    for (const auto& one : open)
        view.itens.push_back({one.id, one.sessao.endereco, to_ms(one.sessao.criada), to_ms(one.sessao.vista), one.current});
    return http::json(json::text_of(view));
}

Result<http::Response> delete_sessao(const SessionGate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto sessao, gate.person(request));
    AROEIRA_CHECK(end_own_session(sessao, request.capture("sessao"), request.remote_address, services));
    return http::Response{.status = 204, .content_type = ""};
}

Result<http::Response> get_termo(const SessionGate& gate, const Services&, const http::Request& request) {
    AROEIRA_CHECK(gate.person(request));
    return http::json(json::text_of(views::Termo{kTermoVersao, std::string(kTermoTexto)}));
}

Result<http::Response> put_termo(const SessionGate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(auto sessao, gate.person(request));
    AROEIRA_TRY(const auto text, request.body->text());
    AROEIRA_TRY(const auto accepted, json::parse<views::TermoAceito>(text));
    AROEIRA_CHECK(accept_termo(sessao, accepted.versao, request.remote_address, services));
    sessao.termo = accepted.versao;
    AROEIRA_TRY(const auto described, current_session(sessao, services));
    return http::json(json::text_of(views::of(described)));
}

Result<std::string> code_of_body(const http::Request& request) {
    AROEIRA_TRY(const auto text, request.body->text());
    AROEIRA_TRY(const auto given, json::parse<views::CodigoDeUso>(text));
    return given.codigo;
}

/// The second step of the entry: the only thing such a session may do, besides leaving.
Result<http::Response> put_codigo(const SessionGate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto sessao, gate.person_half_inside(request));
    AROEIRA_TRY(const auto code, code_of_body(request));
    AROEIRA_TRY(const auto entered, prove_second_factor(sessao, code, request.remote_address, services));
    AROEIRA_TRY(const auto described, current_session(entered.sessao, services));
    auto response = http::json(json::text_of(views::of(described)));
    response.headers.emplace_back("Set-Cookie", http::set_cookie({.name = kPersonCookie, .value = entered.token, .secure = request.secure}));
    return response;
}

Result<http::Response> post_fator(const SessionGate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto sessao, gate.person(request));
    AROEIRA_TRY(const auto fresh, begin_second_factor(sessao, services));
    return http::json(json::text_of(views::SegundoFatorNovo{fresh.chave, fresh.uri}), 201);
}

Result<http::Response> put_fator(const SessionGate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto sessao, gate.person(request));
    AROEIRA_TRY(const auto code, code_of_body(request));
    AROEIRA_TRY(const auto codes, confirm_second_factor(sessao, code, request.remote_address, services));
    return http::json(json::text_of(views::CodigosDeRecuperacao{codes}));
}

Result<http::Response> turn_off(const SessionGate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto sessao, gate.person(request));
    AROEIRA_TRY(const auto code, code_of_body(request));
    AROEIRA_CHECK(end_second_factor(sessao, code, request.remote_address, services));
    return http::Response{.status = 204, .content_type = ""};
}

Result<http::Response> delete_fator_de(SessionGate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<Permission::usuarios_gerenciar>(request));
    AROEIRA_TRY(const auto usuario, UsuarioId::parse(request.capture("usuario")));
    AROEIRA_CHECK(reset_second_factor(granted, usuario, services));
    return http::Response{.status = 204, .content_type = ""};
}

}  // namespace

std::vector<http::Route> own_access_routes(SessionGate& gate, const Services& services) {
    const auto bound = [&gate, &services](auto handler) {
        return [&gate, &services, handler](const http::Request& request) { return handler(gate, services, request); };
    };
    const auto sessao = http::json_type<views::SessaoAberta>("Sessao");
    const auto codigo = http::json_type<views::CodigoDeUso>("CodigoDeUso");
    return {
        {.method = http::Method::get, .path = "/api/v1/meus-acessos", .permission = kOwn,
         .summary = "As próprias entradas e recusas dos últimos 30 dias.", .handle = bound(get_entradas),
         .parameters = {{"pagina", "Página, a partir de 1; cada uma tem 30 linhas."}}, .response = http::json_type<views::EntradasProprias>("MeusAcessos")},
        {.method = http::Method::get, .path = "/api/v1/minhas-sessoes", .permission = kOwn,
         .summary = "As próprias sessões abertas.", .handle = bound(get_sessoes), .response = http::json_type<views::SessoesAbertas>("SessoesAbertas")},
        {.method = http::Method::del, .path = "/api/v1/minhas-sessoes/{sessao}", .permission = kOwn,
         .summary = "Encerra uma das próprias sessões, onde quer que esteja.", .handle = bound(delete_sessao), .status = 204},
        {.method = http::Method::get, .path = "/api/v1/termo", .permission = kOwn, .summary = "Os termos de uso vigentes.",
         .handle = bound(get_termo), .response = http::json_type<views::Termo>("Termo")},
        {.method = http::Method::put, .path = "/api/v1/sessao/termo", .permission = kOwn, .summary = "Aceita os termos de uso.",
         .handle = bound(put_termo), .request = http::json_type<views::TermoAceito>("TermoAceito"), .response = sessao, .body_bytes_max = kBodyBytesMax},
        {.method = http::Method::put, .path = "/api/v1/sessao/codigo", .permission = kOwn,
         .summary = "O segundo passo da entrada: um código do aplicativo ou de recuperação.", .handle = bound(put_codigo), .request = codigo,
         .response = sessao, .body_bytes_max = kBodyBytesMax},
        {.method = http::Method::post, .path = "/api/v1/segundo-fator", .permission = kOwn,
         .summary = "Começa a ligar o segundo fator; a chave é mostrada só nesta resposta.", .handle = bound(post_fator),
         .response = http::json_type<views::SegundoFatorNovo>("SegundoFatorNovo"), .status = 201, .body_bytes_max = kBodyBytesMax},
        {.method = http::Method::put, .path = "/api/v1/segundo-fator", .permission = kOwn,
         .summary = "Liga o segundo fator com o primeiro código; os de recuperação são mostrados só nesta resposta.", .handle = bound(put_fator),
         .request = codigo, .response = http::json_type<views::CodigosDeRecuperacao>("CodigosDeRecuperacao"), .body_bytes_max = kBodyBytesMax},
        {.method = http::Method::post, .path = "/api/v1/segundo-fator/desligar", .permission = kOwn,
         .summary = "Desliga o segundo fator, com um código.", .handle = bound(turn_off), .request = codigo, .status = 204,
         .body_bytes_max = kBodyBytesMax},
        {.method = http::Method::del, .path = "/api/v1/usuarios/{usuario}/segundo-fator", .permission = name_of(Permission::usuarios_gerenciar),
         .summary = "Desliga o segundo fator de outra pessoa, que perdeu o aparelho.", .handle = bound(delete_fator_de), .status = 204},
    };
}

}  // namespace aroeira::identity
