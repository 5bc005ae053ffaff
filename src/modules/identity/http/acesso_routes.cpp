// SPDX-License-Identifier: Apache-2.0
// «Cadastrar perfil» and «Cadastrar Acesso» of a professional: what is given to a person and not to a lotação.
#include "modules/identity/http/perfil_views.hpp"
#include "modules/identity/http/routes.hpp"
#include "modules/identity/http/views.hpp"
#include "modules/identity/operations/manage_acessos.hpp"
#include "platform/http/asked_municipio.hpp"
#include "platform/http/json_body.hpp"

namespace aroeira::identity {
namespace {

constexpr auto kManage = Permission::acessos_gerenciar;

Result<http::Response> get_all(SessionGate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<kManage>(request));
    AROEIRA_TRY(const auto usuario, UsuarioId::parse(request.capture("usuario")));
    AROEIRA_TRY(const auto municipio, http::asked_municipio(request));
    AROEIRA_TRY(const auto acessos, acessos_of(granted, usuario, services));
    AROEIRA_TRY(const auto perfis, perfis_to_give(granted, municipio, services));
    views::AcessosDoUsuario view;
    AROEIRA_TRY(view.segundo_fator, uses_second_factor(granted, usuario, services));
    for (const auto& one : acessos)
        if (one.acesso.described.acesso != TipoAcesso::lotacao) view.itens.push_back(views::of(one));
    for (const auto& one : perfis) view.perfis.push_back({one.id, one.nome, one.municipal()});
    return http::json(json::text_of(view));
}

Result<http::Response> post_one(SessionGate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<kManage>(request));
    AROEIRA_TRY(const auto usuario, UsuarioId::parse(request.capture("usuario")));
    AROEIRA_TRY(const auto text, request.body->text());
    AROEIRA_TRY(const auto fresh, json::parse<views::AcessoNovo>(text));
    NewAcesso wanted{.perfil = fresh.perfil};
    if (fresh.municipio && !fresh.municipio->empty()) {
        AROEIRA_TRY(wanted.municipio, Ibge::parse(*fresh.municipio));
    }
    AROEIRA_TRY(const auto given, give_acesso(granted, usuario, wanted, services));
    return http::json(json::text_of(views::of(AcessoDescrito{given, {}})), 201);
}

Result<http::Response> delete_one(SessionGate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<kManage>(request));
    AROEIRA_TRY(const auto usuario, UsuarioId::parse(request.capture("usuario")));
    AROEIRA_TRY(const auto acesso, AcessoId::parse(request.capture("acesso")));
    AROEIRA_CHECK(take_acesso(granted, usuario, acesso, services));
    return http::Response{.status = 204, .content_type = ""};
}

}  // namespace

std::vector<http::Route> acesso_routes(SessionGate& gate, const Services& services) {
    const auto bound = [&gate, &services](auto handler) {
        return [&gate, &services, handler](const http::Request& request) { return handler(gate, services, request); };
    };
    return {
        {.method = http::Method::get, .path = "/api/v1/usuarios/{usuario}/acessos", .permission = name_of(kManage),
         .summary = "Os acessos de uma pessoa que quem pergunta alcança, e os perfis que pode dar a ela.", .handle = bound(get_all),
         .parameters = {http::kMunicipioParameter},
         .response = http::json_type<views::AcessosDoUsuario>("AcessosDoUsuario")},
        {.method = http::Method::post, .path = "/api/v1/usuarios/{usuario}/acessos", .permission = name_of(kManage),
         .summary = "Dá um acesso de gestor ou de administrador, que não é de uma lotação.", .handle = bound(post_one),
         .request = http::json_type<views::AcessoNovo>("AcessoNovo"), .response = http::json_type<views::AcessoDisponivel>("AcessoDado"), .status = 201},
        {.method = http::Method::del, .path = "/api/v1/usuarios/{usuario}/acessos/{acesso}", .permission = name_of(kManage),
         .summary = "Retira um acesso de gestor ou de administrador.", .handle = bound(delete_one), .status = 204},
    };
}

}  // namespace aroeira::identity
