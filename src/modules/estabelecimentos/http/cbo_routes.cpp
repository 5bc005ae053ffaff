// SPDX-License-Identifier: Apache-2.0
// «CBO».
#include <algorithm>

#include "modules/estabelecimentos/http/cbo_views.hpp"
#include "modules/estabelecimentos/http/query.hpp"
#include "modules/estabelecimentos/http/routes.hpp"
#include "modules/estabelecimentos/operations/cbos.hpp"
#include "platform/http/asked_municipio.hpp"
#include "platform/http/json_body.hpp"

namespace aroeira::estabelecimentos {
namespace {

using identity::Permission;

Result<http::Response> get_cbos(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<Permission::cbo_ver>(request));
    AROEIRA_TRY(const auto municipio, http::asked_municipio(request));
    CboFilter filter{.texto = std::string(request.query_value("busca").value_or("")), .indisponiveis = is_set(request, "indisponiveis")};
    AROEIRA_TRY(filter.page, page_of(request));
    AROEIRA_TRY(const auto page, list_cbos(granted, municipio, filter, needs.services));
    views::Cbos view{.total = page.total};
    for (const auto& one : page.rows) view.itens.push_back(views::of(one));
    return http::json_of(view);
}

Result<http::Response> put_cbo(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<Permission::cbo_gerenciar>(request));
    AROEIRA_TRY(const auto municipio, http::asked_municipio(request));
    AROEIRA_TRY(const auto said, http::body_of<views::CboEditado>(request));
    CboEdition edition{.versao = said.versao};
    // Out of bounds stays so in the narrower type.
    if (said.intervalo_minutos) edition.intervalo_minutos = static_cast<int>(std::clamp<std::int64_t>(*said.intervalo_minutos, 0, kIntervaloMax + 1));
    AROEIRA_TRY(const auto edited, edit_cbo(granted, municipio, request.capture("cbo"), edition, needs.services));
    return http::json_of(views::of(edited));
}

Result<http::Response> turn(const HttpNeeds& needs, const http::Request& request, bool disponivel) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<Permission::cbo_gerenciar>(request));
    AROEIRA_TRY(const auto municipio, http::asked_municipio(request));
    AROEIRA_TRY(const auto turned, turn_cbo(granted, municipio, request.capture("cbo"), disponivel, needs.services));
    return http::json_of(views::of(turned));
}

Result<http::Response> post_on(const HttpNeeds& needs, const http::Request& request) { return turn(needs, request, true); }
Result<http::Response> post_off(const HttpNeeds& needs, const http::Request& request) { return turn(needs, request, false); }

}  // namespace

std::vector<http::Route> cbo_routes(const HttpNeeds& needs) {
    constexpr auto kSee = identity::name_of(Permission::cbo_ver);
    constexpr auto kManage = identity::name_of(Permission::cbo_gerenciar);
    const auto cbo = http::json_type<views::Cbo>("Cbo");
    return {
        {.method = http::Method::get, .path = "/api/v1/cbo", .permission = kSee, .summary = "Os CBO do município e a sua situação.",
         .handle = bound(needs, get_cbos),
         .parameters = {kPageParameter, {"busca", "Parte do nome ou começo do código."},
                        {"indisponiveis", "true mostra também os indisponíveis para lotação."}, http::kMunicipioParameter},
         .response = http::json_type<views::Cbos>("Cbos")},
        {.method = http::Method::put, .path = "/api/v1/cbo/{cbo}", .permission = kManage,
         .summary = "Muda o intervalo de agendamento de um CBO.", .handle = bound(needs, put_cbo), .parameters = {http::kMunicipioParameter},
         .request = http::json_type<views::CboEditado>("CboEditado"), .response = cbo},
        {.method = http::Method::post, .path = "/api/v1/cbo/{cbo}/disponibilizar", .permission = kManage,
         .summary = "Disponibiliza um CBO para lotação.", .handle = bound(needs, post_on), .parameters = {http::kMunicipioParameter}, .response = cbo},
        {.method = http::Method::post, .path = "/api/v1/cbo/{cbo}/indisponibilizar", .permission = kManage,
         .summary = "Torna um CBO indisponível para lotação.", .handle = bound(needs, post_off), .parameters = {http::kMunicipioParameter},
         .response = cbo},
    };
}

}  // namespace aroeira::estabelecimentos
