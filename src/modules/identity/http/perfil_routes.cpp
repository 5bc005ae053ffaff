// SPDX-License-Identifier: Apache-2.0
// «Perfis».
#include <charconv>

#include "modules/identity/http/perfil_views.hpp"
#include "modules/identity/http/routes.hpp"
#include "modules/identity/operations/save_perfil.hpp"
#include "platform/http/json_body.hpp"

namespace aroeira::identity {
namespace {

constexpr auto kSee = Permission::perfis_ver;
constexpr auto kManage = Permission::perfis_gerenciar;

Error wrong_parameter(std::string field, std::string fix) {
    return {ErrorKind::invalid_input, "ACESSO-0116", "O parâmetro \"" + field + "\" não serve. " + fix,
            {{"ACESSO-0116", std::move(field), "Valor que não existe.", std::move(fix)}}};
}

Result<PerfilFilter> filter_of(const http::Request& request) {
    PerfilFilter filter{.busca = std::string(request.query_value("busca").value_or(""))};
    if (filter.busca.size() > 100) return wrong_parameter("busca", "Use até 100 caracteres.");
    const auto situacao = request.query_value("situacao").value_or("");
    if (situacao == "ativo" || situacao == "inativo") filter.ativo = situacao == "ativo";
    else if (!situacao.empty()) return wrong_parameter("situacao", "Use ativo ou inativo.");
    const auto page = request.query_value("pagina").value_or("1");
    const auto done = std::from_chars(page.data(), page.data() + page.size(), filter.page);
    if (done.ec != std::errc() || done.ptr != page.data() + page.size() || filter.page < 1 || filter.page > 1'000'000)
        return wrong_parameter("pagina", "Informe um número a partir de 1.");
    return filter;
}

Result<http::Response> get_all(SessionGate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<kSee>(request));
    AROEIRA_TRY(const auto filter, filter_of(request));
    AROEIRA_TRY(const auto page, list_perfis(granted, filter, services));
    views::Perfis view{.total = page.total, .pagina = filter.page};
    for (const auto& one : page.itens) view.itens.push_back(views::of(one));
    return http::json(json::text_of(view));
}

Result<http::Response> get_tree(SessionGate& gate, const Services&, const http::Request& request) {
    AROEIRA_CHECK(gate.grant<kSee>(request));
    return http::json(json::text_of(views::tree()));
}

Result<http::Response> get_one(SessionGate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<kSee>(request));
    AROEIRA_TRY(const auto described, read_perfil(granted, request.capture("perfil"), services));
    return http::json(json::text_of(views::of(described)));
}

Result<http::Response> post_one(SessionGate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<kManage>(request));
    AROEIRA_TRY(const auto text, request.body->text());
    AROEIRA_TRY(const auto fresh, json::parse<views::PerfilNovo>(text));
    const auto acesso = tipo_acesso_of(fresh.tipo_acesso);
    if (!acesso) return wrong_parameter("tipo_acesso", "Escolha lotação, gestor municipal ou gestor estadual.");
    AROEIRA_TRY(const auto made, create_perfil(granted, {.nome = fresh.nome, .acesso = *acesso, .recursos = fresh.recursos,
                                                         .copied_from = fresh.copia_de.value_or("")}, services));
    return http::json(json::text_of(views::of(made)), 201);
}

Result<http::Response> put_one(SessionGate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<kManage>(request));
    AROEIRA_TRY(const auto text, request.body->text());
    AROEIRA_TRY(const auto change, json::parse<views::PerfilAlterado>(text));
    AROEIRA_TRY(const auto kept, edit_perfil(granted, request.capture("perfil"),
                                             {.nome = change.nome, .recursos = change.recursos, .versao = change.versao}, services));
    return http::json(json::text_of(views::of(kept)));
}

Result<http::Response> put_situacao(SessionGate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<kManage>(request));
    AROEIRA_TRY(const auto text, request.body->text());
    AROEIRA_TRY(const auto change, json::parse<views::SituacaoDePerfil>(text));
    AROEIRA_TRY(const auto kept, set_perfil_ativo(granted, request.capture("perfil"), change.ativo, change.versao, services));
    return http::json(json::text_of(views::of(kept)));
}

Result<http::Response> delete_one(SessionGate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<kManage>(request));
    AROEIRA_CHECK(remove_perfil(granted, request.capture("perfil"), services));
    return http::Response{.status = 204, .content_type = ""};
}

}  // namespace

std::vector<http::Route> perfil_routes(SessionGate& gate, const Services& services) {
    const auto bound = [&gate, &services](auto handler) {
        return [&gate, &services, handler](const http::Request& request) { return handler(gate, services, request); };
    };
    const auto perfil = http::json_type<views::PerfilNaLista>("Perfil");
    return {
        {.method = http::Method::get, .path = "/api/v1/perfis", .permission = name_of(kSee),
         .summary = "Lista os perfis do município, padrão e personalizados.", .handle = bound(get_all),
         .parameters = {{"busca", "Parte do nome."}, {"situacao", "ativo ou inativo."}, {"pagina", "Página, a partir de 1; cada uma tem 30 linhas."}},
         .response = http::json_type<views::Perfis>("Perfis")},
        {.method = http::Method::post, .path = "/api/v1/perfis", .permission = name_of(kManage),
         .summary = "Cadastra um perfil do município, vazio ou como cópia.", .handle = bound(post_one),
         .request = http::json_type<views::PerfilNovo>("PerfilNovo"), .response = perfil, .status = 201},
        {.method = http::Method::get, .path = "/api/v1/perfis/{perfil}", .permission = name_of(kSee),
         .summary = "Um perfil, com os seus recursos e quantos o têm.", .handle = bound(get_one),
         .response = http::json_type<views::PerfilDescrito>("PerfilDescrito")},
        {.method = http::Method::put, .path = "/api/v1/perfis/{perfil}", .permission = name_of(kManage),
         .summary = "Altera o nome e os recursos de um perfil.", .handle = bound(put_one),
         .request = http::json_type<views::PerfilAlterado>("PerfilAlterado"), .response = perfil},
        {.method = http::Method::put, .path = "/api/v1/perfis/{perfil}/situacao", .permission = name_of(kManage),
         .summary = "Inativa ou ativa um perfil no município.", .handle = bound(put_situacao),
         .request = http::json_type<views::SituacaoDePerfil>("SituacaoDePerfil"), .response = perfil},
        {.method = http::Method::del, .path = "/api/v1/perfis/{perfil}", .permission = name_of(kManage),
         .summary = "Exclui um perfil personalizado que ninguém tem.", .handle = bound(delete_one), .status = 204},
        {.method = http::Method::get, .path = "/api/v1/recursos", .permission = name_of(kSee),
         .summary = "A árvore de recursos do sistema.", .handle = bound(get_tree), .response = http::json_type<views::Recursos>("Recursos")},
    };
}

}  // namespace aroeira::identity
