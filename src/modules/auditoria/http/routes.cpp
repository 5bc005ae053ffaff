// SPDX-License-Identifier: Apache-2.0
// «Auditoria»: what happened, by filter, and the trails generated of it.
#include <charconv>

#include "modules/auditoria/http/views.hpp"
#include "modules/auditoria/module.hpp"
#include "modules/auditoria/operations/read_events.hpp"
#include "platform/http/json_body.hpp"

namespace aroeira::auditoria {
namespace {

using identity::Gate;
using identity::Permission;

constexpr auto kPermission = identity::name_of(Permission::auditoria_gerar);

Filtros filters_of(const http::Request& request) {
    const auto value = [&](std::string_view name) { return std::string(request.query_value(name).value_or("")); };
    return {value("inicio"), value("fim"), value("tipo"), value("registro"), value("usuario"), value("detalhes"), value("identificador"), value("componente")};
}

Result<std::int64_t> page_of(const http::Request& request) {
    std::int64_t page = 1;
    const auto text = request.query_value("pagina").value_or("");
    if (text.empty()) return page;
    const auto done = std::from_chars(text.data(), text.data() + text.size(), page);
    if (done.ec == std::errc() && done.ptr == text.data() + text.size() && page >= 1 && page <= 1'000'000'000) return page;
    return Error{ErrorKind::invalid_input, "AUDITORIA-0006", "O parâmetro \"pagina\" não serve. Informe um número a partir de 1."};
}

Result<http::Response> post_open(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<Permission::auditoria_gerar>(request));
    AROEIRA_CHECK(open_auditoria(granted, services));
    return http::json(json::text_of(views::Opcoes{event_options(), record_options()}));
}

Result<http::Response> get_events(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<Permission::auditoria_gerar>(request));
    AROEIRA_TRY(auto page, list_events(granted, filters_of(request), std::string(request.query_value("depois_de").value_or("")), services));
    views::Eventos view{.proxima = page.next};
    for (auto& line : page.items) view.itens.push_back(views::of(std::move(line)));
    return http::json(json::text_of(view));
}

Result<http::Response> get_people(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<Permission::auditoria_gerar>(request));
    AROEIRA_TRY(const auto found, search_people(granted, request.query_value("busca").value_or(""), services));
    views::Pessoas view;
    for (const auto& one : found) view.itens.push_back({one.key, one.nome});
    return http::json(json::text_of(view));
}

Result<http::Response> post_trilha(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<Permission::auditoria_gerar>(request));
    AROEIRA_TRY(const auto text, request.body->text());
    AROEIRA_TRY(const auto asked, json::parse<views::TrilhaPedida>(text));
    AROEIRA_TRY(auto trilha, request_trilha(granted, asked.filtros, formato_of(asked.formato).value_or(Formato::csv), services));
    return http::json(json::text_of(views::of(ListedTrilha{.trilha = std::move(trilha), .filtros = asked.filtros, .gerada_por = granted.actor().name})), 202);
}

Result<http::Response> get_trilhas(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<Permission::auditoria_gerar>(request));
    AROEIRA_TRY(const auto page, page_of(request));
    AROEIRA_TRY(const auto found, list_trilhas(granted, page, services));
    views::TrilhasGeradas view{.total = found.total, .pagina = page};
    for (const auto& one : found.items) view.itens.push_back(views::of(one));
    return http::json(json::text_of(view));
}

Result<http::Response> get_file(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<Permission::auditoria_gerar>(request));
    AROEIRA_TRY(const auto id, TrilhaId::parse(request.capture("trilha")));
    AROEIRA_TRY(auto file, download_trilha(granted, id, services));
    auto response = http::download(file.tipo, file.nome, {});
    response.stream = [next = std::move(file.next)](std::string& chunk) {
        auto piece = next();
        if (!piece || piece->empty()) return false;
        chunk = std::move(*piece);
        return true;
    };
    return response;
}

std::vector<http::Parameter> search_parameters() {
    return {{"inicio", "Primeiro dia do período, AAAA-MM-DD.", true}, {"fim", "Último dia do período, AAAA-MM-DD.", true},
            {"tipo", "Tipo de evento."}, {"registro", "Tipo de registro afetado."}, {"usuario", "Identificador do usuário gerador do evento."},
            {"detalhes", "Parte dos detalhes do evento."}, {"identificador", "Identificador do registro afetado."},
            {"componente", "Componente gerador, como um IP."}, {"depois_de", "O que a página anterior deu em `proxima`."}};
}

}  // namespace

std::vector<http::Route> routes(identity::Gate& gate, const Services& services) {
    const auto bound = [&gate, &services](auto handler) {
        return [&gate, &services, handler](const http::Request& request) { return handler(gate, services, request); };
    };
    const auto trilha = http::json_type<views::TrilhaGerada>("TrilhaGerada");
    return {
        {.method = http::Method::post, .path = "/api/v1/auditoria/abertura", .permission = kPermission,
         .summary = "Registra o acesso ao módulo e dá as opções dos filtros.", .handle = bound(post_open), .response = http::json_type<views::Opcoes>("OpcoesDeAuditoria")},
        {.method = http::Method::get, .path = "/api/v1/auditoria/eventos", .permission = kPermission,
         .summary = "Os eventos da trilha, o mais novo primeiro, 30 por vez.", .handle = bound(get_events), .parameters = search_parameters(),
         .response = http::json_type<views::Eventos>("EventosDeAuditoria")},
        {.method = http::Method::get, .path = "/api/v1/auditoria/usuarios", .permission = kPermission,
         .summary = "Pessoas que podem ter causado um evento, por parte do nome.", .handle = bound(get_people),
         .parameters = {{"busca", "Parte do nome."}}, .response = http::json_type<views::Pessoas>("PessoasDeAuditoria")},
        {.method = http::Method::post, .path = "/api/v1/auditoria/trilhas", .permission = kPermission,
         .summary = "Gera uma trilha de auditoria em CSV ou PDF.", .handle = bound(post_trilha), .request = http::json_type<views::TrilhaPedida>("TrilhaPedida"),
         .response = trilha, .status = 202},
        {.method = http::Method::get, .path = "/api/v1/auditoria/trilhas", .permission = kPermission,
         .summary = "O histórico de trilhas de auditoria, a mais nova primeiro.", .handle = bound(get_trilhas),
         .parameters = {{"pagina", "Página, a partir de 1; cada uma tem 30 linhas."}}, .response = http::json_type<views::TrilhasGeradas>("TrilhasGeradas")},
        {.method = http::Method::get, .path = "/api/v1/auditoria/trilhas/{trilha}/arquivo", .permission = kPermission,
         .summary = "O arquivo de uma trilha gerada.", .handle = bound(get_file), .response = {"application/octet-stream", "", ""}},
    };
}

}  // namespace aroeira::auditoria
