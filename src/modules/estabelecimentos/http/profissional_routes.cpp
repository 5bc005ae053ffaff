// SPDX-License-Identifier: Apache-2.0
// «Profissionais»: the people.
#include "modules/estabelecimentos/http/profissional_views.hpp"
#include "modules/estabelecimentos/http/query.hpp"
#include "modules/estabelecimentos/http/routes.hpp"
#include "modules/estabelecimentos/operations/redefine_password.hpp"
#include "modules/estabelecimentos/operations/profissionais.hpp"
#include "platform/http/asked_municipio.hpp"
#include "platform/http/json_body.hpp"

namespace aroeira::estabelecimentos {
namespace {

using identity::Permission;

Result<http::Response> post_search(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<Permission::profissionais_ver>(request));
    AROEIRA_TRY(const auto municipio, http::asked_municipio(request));
    AROEIRA_TRY(const auto said, http::body_of<views::BuscaDeProfissionais>(request));
    AROEIRA_CHECK(check_page(said.pagina));
    AROEIRA_TRY(const auto page, list_profissionais(granted, municipio, {said.texto, said.inativos, said.pagina}, needs.services));
    return http::json_of(views::of(page));
}

Result<http::Response> get_one(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<Permission::profissionais_ver>(request));
    AROEIRA_TRY(const auto municipio, http::asked_municipio(request));
    AROEIRA_TRY(const auto seen, find_profissional(granted, municipio, request.capture("profissional"), needs.services));
    return http::json_of(views::of(seen));
}

Result<http::Response> post_one(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<Permission::profissionais_gerenciar>(request));
    AROEIRA_TRY(const auto municipio, http::asked_municipio(request));
    AROEIRA_TRY(const auto typed, http::body_of<views::DadosDoProfissional>(request));
    AROEIRA_TRY(const auto id, register_profissional(granted, municipio, views::dados_of(typed), needs.services));
    return http::json_of(views::Cadastrado{std::string(id.text())}, 201);
}

Result<http::Response> put_one(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<Permission::profissionais_gerenciar>(request));
    AROEIRA_TRY(const auto municipio, http::asked_municipio(request));
    AROEIRA_TRY(const auto typed, http::body_of<views::ProfissionalEditado>(request));
    const auto id = request.capture("profissional");
    AROEIRA_CHECK(edit_profissional(granted, municipio, id, {views::dados_of(typed), typed.versao}, needs.services));
    return http::json_of(views::Cadastrado{std::string(id)});
}

Result<http::Response> delete_one(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<Permission::profissionais_gerenciar>(request));
    AROEIRA_TRY(const auto municipio, http::asked_municipio(request));
    AROEIRA_TRY(const auto done, remove_profissional(granted, municipio, request.capture("profissional"), needs.services));
    return http::json_of(views::Exclusao{done == Exclusao::excluido ? "excluido" : "inativado"});
}

Result<http::Response> post_reactivation(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<Permission::profissionais_gerenciar>(request));
    AROEIRA_TRY(const auto municipio, http::asked_municipio(request));
    const auto id = request.capture("profissional");
    AROEIRA_CHECK(reactivate_profissional(granted, municipio, id, needs.services));
    return http::json_of(views::Cadastrado{std::string(id)});
}

Result<http::Response> post_password(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<Permission::senhas_redefinir>(request));
    AROEIRA_TRY(const auto municipio, http::asked_municipio(request));
    AROEIRA_TRY(const auto done, redefine_password(granted, municipio, request.capture("profissional"), needs.services));
    if (done.codigo.empty()) return http::json_of(views::SenhaRedefinida{.modo = "cns_esus"});
    return http::json_of(views::SenhaRedefinida{"link", done.codigo, to_ms(done.expira)});
}

}  // namespace

std::vector<http::Route> profissional_routes(const HttpNeeds& needs) {
    constexpr auto kSee = identity::name_of(Permission::profissionais_ver);
    constexpr auto kManage = identity::name_of(Permission::profissionais_gerenciar);
    const auto changed = http::json_type<views::Cadastrado>("Cadastrado");
    return {
        {.method = http::Method::post, .path = "/api/v1/profissionais/busca", .permission = kSee,
         .summary = "Os profissionais do município, por nome, CPF ou CNS.", .handle = bound(needs, post_search), .parameters = {http::kMunicipioParameter},
         .request = http::json_type<views::BuscaDeProfissionais>("BuscaDeProfissionais"), .response = http::json_type<views::Profissionais>("Profissionais")},
        {.method = http::Method::post, .path = "/api/v1/profissionais", .permission = kManage, .summary = "Cadastra um profissional.",
         .handle = bound(needs, post_one), .parameters = {http::kMunicipioParameter},
         .request = http::json_type<views::DadosDoProfissional>("DadosDoProfissional"), .response = changed, .status = 201},
        {.method = http::Method::get, .path = "/api/v1/profissionais/{profissional}", .permission = kSee,
         .summary = "Os dados e as lotações de um profissional.", .handle = bound(needs, get_one), .parameters = {http::kMunicipioParameter},
         .response = http::json_type<views::Profissional>("Profissional")},
        {.method = http::Method::put, .path = "/api/v1/profissionais/{profissional}", .permission = kManage,
         .summary = "Muda os dados de um profissional.", .handle = bound(needs, put_one), .parameters = {http::kMunicipioParameter},
         .request = http::json_type<views::ProfissionalEditado>("ProfissionalEditado"), .response = changed},
        {.method = http::Method::del, .path = "/api/v1/profissionais/{profissional}", .permission = kManage,
         .summary = "Exclui um profissional; com histórico, só o inativa.", .handle = bound(needs, delete_one), .parameters = {http::kMunicipioParameter},
         .response = http::json_type<views::Exclusao>("Exclusao")},
        {.method = http::Method::post, .path = "/api/v1/profissionais/{profissional}/reativar", .permission = kManage,
         .summary = "Torna ativo de novo um profissional inativado.", .handle = bound(needs, post_reactivation), .parameters = {http::kMunicipioParameter},
         .response = changed},
        {.method = http::Method::post, .path = "/api/v1/profissionais/{profissional}/senha",
         .permission = identity::name_of(Permission::senhas_redefinir), .summary = "Desbloqueia e redefine a senha de um profissional.",
         .handle = bound(needs, post_password), .parameters = {http::kMunicipioParameter},
         .response = http::json_type<views::SenhaRedefinida>("SenhaRedefinida")},
    };
}

}  // namespace aroeira::estabelecimentos
