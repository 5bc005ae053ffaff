// SPDX-License-Identifier: Apache-2.0
#include "modules/instalacoes/http/server_routes.hpp"

#include "modules/instalacoes/http/server_views.hpp"
#include "modules/instalacoes/http/settings_views.hpp"
#include "platform/http/json_body.hpp"

namespace aroeira::instalacoes {
namespace {

using identity::Permission;

Result<http::Response> get_server(const SettingsRoom& room, const http::Request& request) {
    AROEIRA_TRY(const auto granted, room.grant(request));
    AROEIRA_TRY(const auto name, read_server(granted, room.services));
    return SettingsRoom::answer(views::of(name));
}

Result<http::Response> put_server(const SettingsRoom& room, const http::Request& request) {
    AROEIRA_TRY(const auto granted, room.grant(request));
    AROEIRA_TRY(const auto chosen, http::body_of<views::ServidorEscolhido>(request));
    AROEIRA_TRY(const auto saved, save_server(granted, chosen.nome, chosen.link, chosen.versao, room.services));
    return SettingsRoom::answer(views::of(saved));
}

Result<http::Response> get_mail(const SettingsRoom& room, const http::Request& request) {
    AROEIRA_TRY(const auto granted, room.grant(request));
    AROEIRA_TRY(const auto seen, read_mail(granted, room.services));
    return SettingsRoom::answer(views::of(seen));
}

Result<http::Response> post_enable(const SettingsRoom& room, const http::Request& request) {
    AROEIRA_TRY(const auto granted, room.grant(request));
    AROEIRA_TRY(const auto chosen, http::body_of<views::EmailEscolhido>(request));
    AROEIRA_TRY(const auto trabalho, ask_to_enable_mail(granted, views::form_of(chosen), room.services, room.outside));
    return SettingsRoom::answer(views::TrabalhoPedido{std::string(trabalho.text())}, 202);
}

Result<http::Response> post_disable(const SettingsRoom& room, const http::Request& request) {
    AROEIRA_TRY(const auto granted, room.grant(request));
    AROEIRA_TRY(const auto read, http::body_of<views::VersaoLida>(request));
    AROEIRA_TRY(const auto seen, disable_mail(granted, read.versao, room.services));
    return SettingsRoom::answer(views::of(seen));
}

}  // namespace

std::vector<http::Route> server_routes(const SettingsRoom& room) {
    constexpr auto kPermission = identity::name_of(Permission::instalacao_configurar);
    const auto bound = [room](auto handler) { return [room, handler](const http::Request& request) { return handler(room, request); }; };
    const auto servidor = http::json_type<views::ServidorDaInstalacao>("ServidorDaInstalacao");
    const auto email = http::json_type<views::ServidorDeEmail>("ServidorDeEmail");
    return {
        {.method = http::Method::get, .path = "/api/v1/instalacao/servidor", .permission = kPermission,
         .summary = "O nome e o link da instalação.", .handle = bound(get_server), .response = servidor},
        {.method = http::Method::put, .path = "/api/v1/instalacao/servidor", .permission = kPermission,
         .summary = "Escolhe o nome e o link da instalação.", .handle = bound(put_server),
         .request = http::json_type<views::ServidorEscolhido>("ServidorEscolhido"), .response = servidor},
        {.method = http::Method::get, .path = "/api/v1/instalacao/email", .permission = kPermission,
         .summary = "O servidor SMTP, sem a senha.", .handle = bound(get_mail), .response = email},
        {.method = http::Method::post, .path = "/api/v1/instalacao/email/habilitar", .permission = kPermission,
         .summary = "Grava o servidor SMTP e o habilita se a conexão for bem sucedida, em um trabalho.", .handle = bound(post_enable),
         .request = http::json_type<views::EmailEscolhido>("EmailEscolhido"), .response = http::json_type<views::TrabalhoPedido>("TrabalhoPedido"), .status = 202},
        {.method = http::Method::post, .path = "/api/v1/instalacao/email/desabilitar", .permission = kPermission,
         .summary = "Desabilita o envio de e-mail.", .handle = bound(post_disable), .request = http::json_type<views::VersaoLida>("VersaoLida"),
         .response = email},
    };
}

}  // namespace aroeira::instalacoes
