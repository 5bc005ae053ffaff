// SPDX-License-Identifier: Apache-2.0
// «Unidades de Saúde».
#include "modules/estabelecimentos/http/query.hpp"
#include "modules/estabelecimentos/http/routes.hpp"
#include "modules/estabelecimentos/http/unidade_views.hpp"
#include "platform/http/asked_municipio.hpp"
#include "platform/http/json_body.hpp"

namespace aroeira::estabelecimentos {
namespace {

using identity::Permission;

Result<http::Response> get_unidades(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<Permission::unidades_ver>(request));
    AROEIRA_TRY(const auto municipio, http::asked_municipio(request));
    UnidadeFilter filter{.texto = std::string(request.query_value("busca").value_or(""))};
    AROEIRA_TRY(filter.page, page_of(request));
    AROEIRA_TRY(const auto page, list_unidades(granted, municipio, filter, needs.services));
    return http::json_of(views::of(page));
}

Result<http::Response> get_unidade(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<Permission::unidades_ver>(request));
    AROEIRA_TRY(const auto municipio, http::asked_municipio(request));
    AROEIRA_TRY(const auto found, find_unidade(granted, municipio, request.capture("cnes"), needs.services));
    return http::json_of(views::of(found));
}

Result<http::Response> get_equipes(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<Permission::unidades_ver>(request));
    AROEIRA_TRY(const auto municipio, http::asked_municipio(request));
    AROEIRA_TRY(const auto list, list_equipes(granted, municipio, request.capture("cnes"), is_set(request, "inativas"), needs.services));
    return http::json_of(views::of(list));
}

Result<http::Response> get_equipe(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<Permission::unidades_ver>(request));
    AROEIRA_TRY(const auto municipio, http::asked_municipio(request));
    AROEIRA_TRY(const auto found, find_equipe(granted, municipio, request.capture("cnes"), request.capture("ine"), needs.services));
    return http::json_of(views::of(found));
}

Result<http::Response> get_lotados(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<Permission::unidades_ver>(request));
    AROEIRA_TRY(const auto municipio, http::asked_municipio(request));
    LotadoFilter filter{.ine = std::string(request.query_value("ine").value_or("")), .inativos = is_set(request, "inativos")};
    AROEIRA_TRY(filter.page, page_of(request));
    AROEIRA_TRY(const auto page, list_lotados(granted, municipio, request.capture("cnes"), filter, needs.services));
    return http::json_of(views::of(page));
}

}  // namespace

std::vector<http::Route> unidade_routes(const HttpNeeds& needs) {
    constexpr auto kSee = identity::name_of(Permission::unidades_ver);
    return {
        {.method = http::Method::get, .path = "/api/v1/unidades", .permission = kSee, .summary = "As unidades de saúde do município.",
         .handle = bound(needs, get_unidades),
         .parameters = {kPageParameter, {"busca", "Parte do nome ou começo do CNES."}, http::kMunicipioParameter},
         .response = http::json_type<views::UnidadesDeSaude>("UnidadesDeSaude")},
        {.method = http::Method::get, .path = "/api/v1/unidades/{cnes}", .permission = kSee,
         .summary = "Informações e tipos de serviço de uma unidade de saúde.", .handle = bound(needs, get_unidade),
         .parameters = {http::kMunicipioParameter}, .response = http::json_type<views::UnidadeCompleta>("UnidadeDeSaude")},
        {.method = http::Method::get, .path = "/api/v1/unidades/{cnes}/equipes", .permission = kSee,
         .summary = "As equipes de uma unidade de saúde.", .handle = bound(needs, get_equipes),
         .parameters = {{"inativas", "true mostra também as inativas."}, http::kMunicipioParameter},
         .response = http::json_type<views::Equipes>("Equipes")},
        {.method = http::Method::get, .path = "/api/v1/unidades/{cnes}/equipes/{ine}", .permission = kSee,
         .summary = "Os dados de uma equipe.", .handle = bound(needs, get_equipe), .parameters = {http::kMunicipioParameter},
         .response = http::json_type<views::EquipeCompleta>("Equipe")},
        {.method = http::Method::get, .path = "/api/v1/unidades/{cnes}/profissionais", .permission = kSee,
         .summary = "Quem é lotado em uma unidade de saúde, ou em uma das suas equipes.", .handle = bound(needs, get_lotados),
         .parameters = {kPageParameter, {"ine", "Só de uma equipe."}, {"inativos", "true mostra também os sem lotação ativa."}, http::kMunicipioParameter},
         .response = http::json_type<views::Lotados>("Lotados")},
    };
}

}  // namespace aroeira::estabelecimentos
