// SPDX-License-Identifier: Apache-2.0
#include "modules/relatorios/http/views.hpp"
#include "modules/relatorios/module.hpp"
#include "platform/http/asked_municipio.hpp"
#include "platform/http/json_body.hpp"

namespace aroeira::relatorios {
namespace {

using identity::name_of;
using identity::Permission;

std::string asked(const http::Request& request, std::string_view name) { return std::string(request.query_value(name).value_or("")); }

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const auto comma = text.find(',');
        if (comma != 0) parts.emplace_back(text.substr(0, comma));
        text = comma == text.npos ? std::string_view() : text.substr(comma + 1);
    }
    return parts;
}

Result<Forma> forma_of(const http::Request& request) {
    const auto text = request.query_value("forma").value_or("");
    if (text.empty() || text == "sintetico") return Forma::sintetico;
    if (text == "mensal") return Forma::mensal;
    if (text == "analitico") return Forma::analitico;
    return Error{ErrorKind::invalid_input, "RELAT-0006", "A forma é sintetico, mensal ou analitico."};
}

Result<Pedido> pedido_of(const http::Request& request) {
    Pedido pedido{.relatorio = std::string(request.capture("relatorio")), .inicio = asked(request, "inicio"), .fim = asked(request, "fim")};
    pedido.cnes = asked(request, "unidade");
    pedido.ine = asked(request, "equipe");
    pedido.cbo = asked(request, "cbo");
    pedido.profissional = asked(request, "profissional");
    pedido.grupos = split(asked(request, "grupos"));
    AROEIRA_TRY(pedido.forma, forma_of(request));
    AROEIRA_TRY(pedido.municipio, http::asked_municipio(request));
    return pedido;
}

Result<http::Response> get_catalogue(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_CHECK(needs.gate.grant<Permission::relatorios_ver>(request));
    return http::json(json::text_of(views::catalogue(needs.services.contador)));
}

Result<http::Response> get_choices(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<Permission::relatorios_ver>(request));
    AROEIRA_TRY(const auto municipio, http::asked_municipio(request));
    AROEIRA_TRY(const auto acesso, needs.acesso(request));
    AROEIRA_TRY(const auto found, choices(granted, acesso, municipio, needs.services));
    return http::json(json::text_of(views::of(found)));
}

Result<http::Response> get_profissionais(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<Permission::relatorios_ver>(request));
    AROEIRA_TRY(const auto municipio, http::asked_municipio(request));
    AROEIRA_TRY(const auto acesso, needs.acesso(request));
    AROEIRA_TRY(const auto found, find_profissionais(granted, acesso, municipio, asked(request, "unidade"), asked(request, "busca"), needs.services));
    views::Profissionais view;
    for (const auto& one : found) view.itens.push_back({one.id, one.nome});
    return http::json(json::text_of(view));
}

Result<http::Response> get_result(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<Permission::relatorios_ver>(request));
    AROEIRA_TRY(const auto pedido, pedido_of(request));
    AROEIRA_TRY(const auto acesso, needs.acesso(request));
    AROEIRA_TRY(const auto consulta, consult(granted, acesso, pedido, needs.services));
    return http::json(json::text_of(views::of(consulta)));
}

Result<http::Response> get_csv(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<Permission::relatorios_ver>(request));
    AROEIRA_TRY(const auto pedido, pedido_of(request));
    AROEIRA_TRY(const auto acesso, needs.acesso(request));
    AROEIRA_TRY(const auto consulta, consult(granted, acesso, pedido, needs.services));
    return http::download("text/csv; charset=utf-8", pedido.relatorio + ".csv", views::csv_of(consulta, pedido.forma));
}

Result<http::Response> get_fatores(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<Permission::relatorios_configurar>(request));
    AROEIRA_TRY(const auto lines, list_fatores(granted, needs.services));
    views::Fatores view;
    for (const auto& one : lines) view.itens.push_back(views::of(one));
    return http::json(json::text_of(view));
}

Result<http::Response> put_fator(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<Permission::relatorios_configurar>(request));
    AROEIRA_TRY(const auto text, request.body->text());
    AROEIRA_TRY(const auto chosen, json::parse<views::FatorEscolhido>(text));
    AROEIRA_TRY(const auto line, save_fator(granted, request.capture("relatorio"), {chosen.fator, chosen.versao}, needs.services));
    return http::json(json::text_of(views::of(line)));
}

Result<http::Response> get_processing(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<Permission::relatorios_configurar>(request));
    AROEIRA_TRY(const auto state, read_state(granted, needs.services));
    return http::json(json::text_of(views::of(state)));
}

Result<http::Response> post_mark(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<Permission::relatorios_configurar>(request));
    AROEIRA_TRY(const auto id, ask_to_mark(granted, needs.services));
    return http::json(json::text_of(views::TrabalhoPedido{std::string(id.text())}), 202);
}

Result<http::Response> post_force(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<Permission::relatorios_configurar>(request));
    AROEIRA_TRY(const auto id, force_processing(granted, needs.services));
    return http::json(json::text_of(views::TrabalhoPedido{std::string(id.text())}), 202);
}

std::vector<http::Parameter> filters() {
    return {{"inicio", "Primeiro dia, AAAA-MM-DD; um consolidado pode não ter período."}, {"fim", "Último dia, AAAA-MM-DD."},
            {"unidade", "CNES."}, {"equipe", "INE."}, {"profissional", "Identificador; ou uma categoria, não os dois."}, {"cbo", "Categoria."},
            {"grupos", "Códigos dos grupos de informação, separados por vírgula; sem eles, todos."},
            {"forma", "sintetico (padrão), mensal ou analitico."}, http::kMunicipioParameter};
}

}  // namespace

std::vector<http::Route> routes(const HttpNeeds& needs) {
    const auto bound = [&needs](auto handler) {
        return [needs, handler](const http::Request& request) { return handler(needs, request); };
    };
    const auto see = name_of(Permission::relatorios_ver), configure = name_of(Permission::relatorios_configurar);
    const auto job = http::json_type<views::TrabalhoPedido>("TrabalhoDosRelatorios");
    using enum http::Method;
    return {
        {.method = get, .path = "/api/v1/relatorios", .permission = see, .summary = "Os relatórios e os grupos de informação de cada um.",
         .handle = bound(get_catalogue), .response = http::json_type<views::Relatorios>("Relatorios")},
        {.method = get, .path = "/api/v1/relatorios/escolhas", .permission = see, .summary = "As unidades e equipes cujos números o acesso alcança.",
         .handle = bound(get_choices), .parameters = {http::kMunicipioParameter}, .response = http::json_type<views::Escolhas>("EscolhasDosRelatorios")},
        {.method = get, .path = "/api/v1/relatorios/profissionais", .permission = see, .summary = "Profissionais pelo nome, para filtrar um relatório.",
         .handle = bound(get_profissionais), .parameters = {{"unidade", "CNES."}, {"busca", "Parte do nome."}, http::kMunicipioParameter},
         .response = http::json_type<views::Profissionais>("ProfissionaisDosRelatorios")},
        {.method = get, .path = "/api/v1/relatorios/{relatorio}/resultado", .permission = see, .summary = "Os números de um relatório.",
         .handle = bound(get_result), .parameters = filters(), .response = http::json_type<views::Resultado>("ResultadoDoRelatorio")},
        {.method = get, .path = "/api/v1/relatorios/{relatorio}/resultado.csv", .permission = see, .summary = "Os números de um relatório, em CSV.",
         .handle = bound(get_csv), .parameters = filters(), .response = {"text/csv", "", ""}},
        {.method = get, .path = "/api/v1/relatorios/configuracao", .permission = configure, .summary = "O fator que limita cada relatório.",
         .handle = bound(get_fatores), .response = http::json_type<views::Fatores>("FatoresDosRelatorios")},
        {.method = put, .path = "/api/v1/relatorios/configuracao/{relatorio}", .permission = configure, .summary = "Escolhe o fator de um relatório.",
         .handle = bound(put_fator), .request = http::json_type<views::FatorEscolhido>("FatorEscolhido"), .response = http::json_type<views::FatorDoRelatorio>("FatorDoRelatorio")},
        {.method = get, .path = "/api/v1/relatorios/processamento", .permission = configure, .summary = "Até quando os relatórios estão em dia.",
         .handle = bound(get_processing), .response = http::json_type<views::Processamento>("ProcessamentoDosRelatorios")},
        {.method = post, .path = "/api/v1/relatorios/processamento/marcar", .permission = configure, .summary = "Marca o que há a processar nos relatórios.",
         .handle = bound(post_mark), .response = job, .status = 202},
        {.method = post, .path = "/api/v1/relatorios/processamento/forcar", .permission = configure, .summary = "Processa agora o que foi marcado.",
         .handle = bound(post_force), .response = job, .status = 202},
    };
}

}  // namespace aroeira::relatorios
