// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/http/destino_routes.hpp"

#include "modules/transmission/http/destino_views.hpp"
#include "modules/transmission/operations/add_destino.hpp"
#include "modules/transmission/operations/change_destino.hpp"
#include "modules/transmission/operations/edit_destino.hpp"
#include "modules/transmission/operations/test_connection.hpp"
#include "platform/http/json_body.hpp"

namespace aroeira::transmission {
namespace {

using identity::Gate;
using identity::Permission;

constexpr std::uint64_t kFormBytesMax = 256 << 10;  // with its certificates

Result<NewDestino> form_of(const http::Request& request) {
    AROEIRA_TRY(const auto text, request.body->text());
    AROEIRA_TRY(const auto view, json::parse<views::NovoDestino>(text));
    return views::form_of(view);
}

Result<http::Response> get_destinos(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<Permission::transmissao_gerenciar>(request));
    AROEIRA_TRY(const auto all, list_destinos(granted, services));
    return http::json(json::text_of(views::of(all)));
}

Result<http::Response> post_destino(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<Permission::transmissao_gerenciar>(request));
    AROEIRA_TRY(const auto form, form_of(request));
    AROEIRA_TRY(const auto added, add_destino(granted, form, services));
    return http::json(json::text_of(views::of(added)), 201);
}

Result<http::Response> put_destino(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<Permission::transmissao_gerenciar>(request));
    AROEIRA_TRY(const auto id, DestinoId::parse(request.capture("destino")));
    AROEIRA_TRY(const auto form, form_of(request));
    AROEIRA_TRY(const auto edited, edit_destino(granted, id, form, services));
    return http::json(json::text_of(views::of(edited)));
}

Result<http::Response> delete_destino(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<Permission::transmissao_gerenciar>(request));
    AROEIRA_TRY(const auto id, DestinoId::parse(request.capture("destino")));
    AROEIRA_CHECK(remove_destino(granted, id, services));
    return http::Response{.status = 204};
}

Result<http::Response> post_inactivate(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<Permission::transmissao_gerenciar>(request));
    AROEIRA_TRY(const auto id, DestinoId::parse(request.capture("destino")));
    AROEIRA_TRY(const auto changed, inactivate_destino(granted, id, services));
    return http::json(json::text_of(views::of(changed)));
}

Result<http::Response> post_activate(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<Permission::transmissao_gerenciar>(request));
    AROEIRA_TRY(const auto id, DestinoId::parse(request.capture("destino")));
    AROEIRA_TRY(const auto changed, activate_destino(granted, id, services));
    return http::json(json::text_of(views::of(changed)));
}

Result<http::Response> post_test(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<Permission::transmissao_gerenciar>(request));
    AROEIRA_TRY(const auto all, test_connection(granted, services));
    return http::json(json::text_of(views::of(all)));
}

}  // namespace

std::vector<http::Route> destino_routes(identity::Gate& gate, const Services& services) {
    constexpr auto kPermission = identity::name_of(Permission::transmissao_gerenciar);
    const auto bound = [&gate, &services](auto handler) {
        return [&gate, &services, handler](const http::Request& request) { return handler(gate, services, request); };
    };
    const auto destino = http::json_type<views::Destino>("Destino");
    const auto destinos = http::json_type<views::Destinos>("Destinos");
    const auto form = http::json_type<views::NovoDestino>("NovoDestino");
    return {
        {.method = http::Method::get, .path = "/api/v1/transmissao/destinos", .permission = kPermission,
         .summary = "As instalações que recebem os nossos dados.", .handle = bound(get_destinos), .response = destinos},
        {.method = http::Method::post, .path = "/api/v1/transmissao/destinos", .permission = kPermission,
         .summary = "Adiciona uma instalação que recebe os nossos dados.", .handle = bound(post_destino), .request = form,
         .response = destino, .status = 201, .body_bytes_max = kFormBytesMax},
        {.method = http::Method::put, .path = "/api/v1/transmissao/destinos/{destino}", .permission = kPermission,
         .summary = "Edita uma instalação; do que foi posto na lista pelo servidor, menos o nome e o endereço.", .handle = bound(put_destino),
         .request = form, .response = destino, .body_bytes_max = kFormBytesMax},
        {.method = http::Method::del, .path = "/api/v1/transmissao/destinos/{destino}", .permission = kPermission,
         .summary = "Tira uma instalação da lista; o Centralizador Nacional fica.", .handle = bound(delete_destino), .status = 204},
        {.method = http::Method::post, .path = "/api/v1/transmissao/destinos/{destino}/inativar", .permission = kPermission,
         .summary = "Deixa de gerar e enviar lotes a uma instalação.", .handle = bound(post_inactivate), .response = destino},
        {.method = http::Method::post, .path = "/api/v1/transmissao/destinos/{destino}/ativar", .permission = kPermission,
         .summary = "Volta a gerar e enviar lotes a uma instalação.", .handle = bound(post_activate), .response = destino},
        {.method = http::Method::post, .path = "/api/v1/transmissao/testar-conexao", .permission = kPermission,
         .summary = "Pergunta a cada instalação ativa quem é e se a credencial entra; responde com a lista e o que encontrou.",
         .handle = bound(post_test), .response = destinos},
        {.method = http::Method::get, .path = "/api/v1/transmissao/presenca", .permission = "publico",
         .summary = "Quem é esta instalação, para quem testa a conexão com ela.",
         .handle = [&services](const http::Request&) -> Result<http::Response> {
             AROEIRA_TRY(const auto card, presence(services));
             return http::json(json::text_of(views::of(card)));
         },
         .response = http::json_type<views::Presenca>("Presenca")},
    };
}

}  // namespace aroeira::transmission
