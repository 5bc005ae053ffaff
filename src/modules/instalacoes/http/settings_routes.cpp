// SPDX-License-Identifier: Apache-2.0
#include "modules/instalacoes/http/server_routes.hpp"
#include "modules/instalacoes/http/settings_views.hpp"
#include "modules/instalacoes/module.hpp"
#include "platform/http/json_body.hpp"

namespace aroeira::instalacoes {
namespace {

using identity::Permission;

Result<http::Response> get_connection(const SettingsRoom& room, const http::Request& request) {
    AROEIRA_TRY(const auto granted, room.grant(request));
    AROEIRA_TRY(const auto connection, read_connection(granted, room.services));
    return SettingsRoom::answer(views::of(connection));
}

Result<http::Response> put_connection(const SettingsRoom& room, const http::Request& request) {
    AROEIRA_TRY(const auto granted, room.grant(request));
    AROEIRA_TRY(const auto chosen, http::body_of<views::ConexaoEscolhida>(request));
    AROEIRA_TRY(const auto connection, switch_connection(granted, chosen.habilitada, chosen.versao, room.services));
    room.outside.wake_jobs();
    return SettingsRoom::answer(views::of(connection));
}

Result<http::Response> post_test(const SettingsRoom& room, const http::Request& request) {
    AROEIRA_TRY(const auto granted, room.grant(request));
    AROEIRA_TRY(const auto trabalho, ask_for_connection_test(granted, room.services, room.outside));
    return SettingsRoom::answer(views::TrabalhoPedido{std::string(trabalho.text())}, 202);
}

Result<http::Response> get_security(const SettingsRoom& room, const http::Request& request) {
    AROEIRA_TRY(const auto granted, room.grant(request));
    AROEIRA_TRY(const auto seen, read_security(granted, room.services));
    return SettingsRoom::answer(views::of(seen));
}

Result<http::Response> put_security(const SettingsRoom& room, const http::Request& request) {
    AROEIRA_TRY(const auto granted, room.grant(request));
    AROEIRA_TRY(const auto chosen, http::body_of<views::Seguranca>(request));
    AROEIRA_TRY(const auto saved, save_security(granted, views::security_of(chosen), room.services));
    return SettingsRoom::answer(views::of(saved));
}

Result<http::Response> post_redefine(const SettingsRoom& room, const http::Request& request) {
    AROEIRA_TRY(const auto granted, room.grant(request));
    AROEIRA_CHECK(ask_to_redefine(granted, room.services));
    return http::Response{.status = 204, .content_type = ""};
}

Result<http::Response> get_limit(const SettingsRoom& room, const http::Request& request) {
    AROEIRA_TRY(const auto granted, room.grant(request));
    AROEIRA_TRY(const auto limit, read_request_limit(granted, room.services));
    return SettingsRoom::answer(views::Requisicoes{limit.most, limit.versao});
}

Result<http::Response> put_limit(const SettingsRoom& room, const http::Request& request) {
    AROEIRA_TRY(const auto granted, room.grant(request));
    AROEIRA_TRY(const auto chosen, http::body_of<views::Requisicoes>(request));
    // A number that does not fit is none of those that are accepted.
    const int most = chosen.maximo < kRequestsMin || chosen.maximo > kRequestsMax ? kRequestsMin - 1 : static_cast<int>(chosen.maximo);
    AROEIRA_TRY(const auto saved, save_request_limit(granted, {most, chosen.versao}, room.services));
    return SettingsRoom::answer(views::Requisicoes{saved.most, saved.versao});
}

Result<http::Response> get_load(const SettingsRoom& room, const http::Request& request) {
    AROEIRA_CHECK(room.grant(request));
    return SettingsRoom::answer(views::of(room.outside.load()));
}

}  // namespace

std::vector<http::Route> settings_routes(identity::Gate& gate, const Services& services, const Outside& outside) {
    constexpr auto kPermission = identity::name_of(Permission::instalacao_configurar);
    const SettingsRoom room{gate, services, outside};
    const auto bound = [room](auto handler) {
        return [room, handler](const http::Request& request) { return handler(room, request); };
    };
    const auto conexao = http::json_type<views::Conexao>("ConexaoComAInternet");
    const auto seguranca = http::json_type<views::Seguranca>("ConfiguracaoDeSeguranca");
    const auto requisicoes = http::json_type<views::Requisicoes>("RequisicoesSimultaneas");
    std::vector<http::Route> all{
        {.method = http::Method::get, .path = "/api/v1/instalacao/conexao", .permission = kPermission,
         .summary = "Se a instalação pode usar a internet, e o que o último teste encontrou.", .handle = bound(get_connection), .response = conexao},
        {.method = http::Method::put, .path = "/api/v1/instalacao/conexao", .permission = kPermission,
         .summary = "Habilita ou desabilita a conexão com a internet.", .handle = bound(put_connection),
         .request = http::json_type<views::ConexaoEscolhida>("ConexaoEscolhida"), .response = conexao},
        {.method = http::Method::post, .path = "/api/v1/instalacao/conexao/testar", .permission = kPermission,
         .summary = "Testa a conexão com a internet, em um trabalho.", .handle = bound(post_test),
         .response = http::json_type<views::TrabalhoPedido>("TrabalhoPedido"), .status = 202},
        {.method = http::Method::get, .path = "/api/v1/instalacao/seguranca", .permission = kPermission,
         .summary = "Os limites de senha, de inatividade e de tentativas.", .handle = bound(get_security), .response = seguranca},
        {.method = http::Method::put, .path = "/api/v1/instalacao/seguranca", .permission = kPermission,
         .summary = "Escolhe os limites de senha, de inatividade e de tentativas.", .handle = bound(put_security), .request = seguranca,
         .response = seguranca},
        {.method = http::Method::post, .path = "/api/v1/instalacao/seguranca/redefinir-senhas", .permission = kPermission,
         .summary = "Pede que todos os usuários redefinam a senha na próxima entrada.", .handle = bound(post_redefine), .status = 204},
        {.method = http::Method::get, .path = "/api/v1/instalacao/requisicoes", .permission = kPermission,
         .summary = "Quantas requisições cada nó processa ao mesmo tempo.", .handle = bound(get_limit), .response = requisicoes},
        {.method = http::Method::put, .path = "/api/v1/instalacao/requisicoes", .permission = kPermission,
         .summary = "Escolhe quantas requisições cada nó processa ao mesmo tempo.", .handle = bound(put_limit), .request = requisicoes,
         .response = requisicoes},
        {.method = http::Method::get, .path = "/api/v1/instalacao/requisicoes/agora", .permission = kPermission,
         .summary = "O que as requisições deste nó fazem agora.", .handle = bound(get_load),
         .response = http::json_type<views::RequisicoesAgora>("RequisicoesAgora")},
    };
    for (auto& route : server_routes(room)) all.push_back(std::move(route));
    return all;
}

}  // namespace aroeira::instalacoes
