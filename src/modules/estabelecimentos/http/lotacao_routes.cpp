// SPDX-License-Identifier: Apache-2.0
// «Cadastrar lotação» and what is done with one.
#include "modules/estabelecimentos/http/lotacao_views.hpp"
#include "modules/estabelecimentos/http/profissional_views.hpp"
#include "modules/estabelecimentos/http/query.hpp"
#include "modules/estabelecimentos/http/routes.hpp"
#include "platform/http/asked_municipio.hpp"
#include "platform/http/json_body.hpp"

namespace aroeira::estabelecimentos {
namespace {

using identity::Permission;

Result<http::Response> get_options(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<Permission::lotacoes_gerenciar>(request));
    AROEIRA_TRY(const auto municipio, http::asked_municipio(request));
    AROEIRA_TRY(const auto options, lotacao_options(granted, municipio, needs.services));
    views::OpcoesDeLotacao view;
    for (const auto& one : options.unidades) view.unidades.push_back({one.cnes, one.nome});
    for (const auto& one : options.cbos) view.cbos.push_back({one.decisao.cbo, std::string(one.titulo)});
    for (const auto& one : options.perfis) view.perfis.push_back({one.id, one.nome});
    return http::json_of(view);
}

Result<http::Response> get_suggestion(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<Permission::lotacoes_gerenciar>(request));
    AROEIRA_TRY(const auto municipio, http::asked_municipio(request));
    const auto text = [&](std::string_view name) { return std::string(request.query_value(name).value_or("")); };
    AROEIRA_TRY(const auto suggestion, suggest_lotacao(granted, municipio, {text("cnes"), text("ine"), text("cbo")}, needs.services));
    views::SugestaoDeLotacao view{.perfis = suggestion.perfis};
    for (const auto& one : suggestion.equipes) view.equipes.push_back({one.ine, one.nome + " (" + one.tipo + ")"});
    return http::json_of(view);
}

Result<http::Response> post_lotacao(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<Permission::lotacoes_gerenciar>(request));
    AROEIRA_TRY(const auto municipio, http::asked_municipio(request));
    AROEIRA_TRY(const auto chosen, http::body_of<views::LotacaoEscolhida>(request));
    AROEIRA_TRY(const auto id, register_lotacao(granted, municipio, request.capture("profissional"), views::edition_of(chosen, 0), needs.services));
    return http::json_of(views::Cadastrado{std::string(id.text())}, 201);
}

Result<http::Response> put_lotacao(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<Permission::lotacoes_gerenciar>(request));
    AROEIRA_TRY(const auto municipio, http::asked_municipio(request));
    AROEIRA_TRY(const auto chosen, http::body_of<views::LotacaoEditada>(request));
    const auto id = request.capture("lotacao");
    AROEIRA_CHECK(edit_lotacao(granted, municipio, id, views::edition_of(chosen, chosen.versao), needs.services));
    return http::json_of(views::Cadastrado{std::string(id)});
}

Result<http::Response> turn(const HttpNeeds& needs, const http::Request& request, bool ativa) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<Permission::lotacoes_gerenciar>(request));
    AROEIRA_TRY(const auto municipio, http::asked_municipio(request));
    const auto id = request.capture("lotacao");
    AROEIRA_CHECK(turn_lotacao(granted, municipio, id, ativa, needs.services));
    return http::json_of(views::Cadastrado{std::string(id)});
}
Result<http::Response> post_off(const HttpNeeds& needs, const http::Request& request) { return turn(needs, request, false); }
Result<http::Response> post_on(const HttpNeeds& needs, const http::Request& request) { return turn(needs, request, true); }

Result<http::Response> delete_lotacao(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<Permission::lotacoes_gerenciar>(request));
    AROEIRA_TRY(const auto municipio, http::asked_municipio(request));
    AROEIRA_CHECK(remove_lotacao(granted, municipio, request.capture("lotacao"), needs.services));
    return http::Response{.status = 204, .content_type = ""};
}

}  // namespace

std::vector<http::Route> lotacao_routes(const HttpNeeds& needs) {
    constexpr auto kManage = identity::name_of(Permission::lotacoes_gerenciar);
    const auto changed = http::json_type<views::Cadastrado>("Cadastrado");
    return {
        {.method = http::Method::get, .path = "/api/v1/lotacoes/opcoes", .permission = kManage,
         .summary = "As unidades, os CBO e os perfis que uma lotação pode ter.", .handle = bound(needs, get_options),
         .parameters = {http::kMunicipioParameter}, .response = http::json_type<views::OpcoesDeLotacao>("OpcoesDeLotacao")},
        {.method = http::Method::get, .path = "/api/v1/lotacoes/sugestao", .permission = kManage,
         .summary = "As equipes de uma unidade e os perfis que o CBO sugere nela.", .handle = bound(needs, get_suggestion),
         .parameters = {{"cnes", "Unidade de saúde.", true}, {"ine", "Equipe, quando escolhida."}, {"cbo", "CBO, quando escolhido."}, http::kMunicipioParameter},
         .response = http::json_type<views::SugestaoDeLotacao>("SugestaoDeLotacao")},
        {.method = http::Method::post, .path = "/api/v1/profissionais/{profissional}/lotacoes", .permission = kManage,
         .summary = "Cadastra uma lotação de um profissional.", .handle = bound(needs, post_lotacao), .parameters = {http::kMunicipioParameter},
         .request = http::json_type<views::LotacaoEscolhida>("LotacaoEscolhida"), .response = changed, .status = 201},
        {.method = http::Method::put, .path = "/api/v1/lotacoes/{lotacao}", .permission = kManage, .summary = "Muda uma lotação e os seus perfis.",
         .handle = bound(needs, put_lotacao), .parameters = {http::kMunicipioParameter},
         .request = http::json_type<views::LotacaoEditada>("LotacaoEditada"), .response = changed},
        {.method = http::Method::post, .path = "/api/v1/lotacoes/{lotacao}/inativar", .permission = kManage,
         .summary = "Inativa uma lotação e tira os seus acessos.", .handle = bound(needs, post_off), .parameters = {http::kMunicipioParameter},
         .response = changed},
        {.method = http::Method::post, .path = "/api/v1/lotacoes/{lotacao}/ativar", .permission = kManage,
         .summary = "Ativa uma lotação, com os perfis que o CBO sugere.", .handle = bound(needs, post_on), .parameters = {http::kMunicipioParameter},
         .response = changed},
        {.method = http::Method::del, .path = "/api/v1/lotacoes/{lotacao}", .permission = kManage, .summary = "Exclui uma lotação.",
         .handle = bound(needs, delete_lotacao), .parameters = {http::kMunicipioParameter}, .status = 204},
    };
}

}  // namespace aroeira::estabelecimentos
