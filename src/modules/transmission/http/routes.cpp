// SPDX-License-Identifier: Apache-2.0
// «Envio»: «Gerar novo lote», the list, «Visualizar», «Salvar em Arquivo».
#include <charconv>

#include "modules/transmission/http/base_routes.hpp"
#include "modules/transmission/http/destino_routes.hpp"
#include "modules/transmission/http/views.hpp"
#include "modules/transmission/module.hpp"
#include "modules/transmission/operations/ask_for_lotes.hpp"
#include "modules/transmission/operations/download_lote.hpp"
#include "modules/transmission/operations/mark_for_sending.hpp"
#include "platform/http/asked_municipio.hpp"
#include "platform/http/json_body.hpp"

namespace aroeira::transmission {
namespace {

using identity::Gate;
using identity::Permission;

Error wrong_parameter(std::string field, std::string fix) {
    return {ErrorKind::invalid_input, "TRANS-0006", "O parâmetro \"" + field + "\" não serve. " + fix,
            {{"TRANS-0006", std::move(field), "Valor que não existe.", std::move(fix)}}};
}

Result<std::int64_t> page_of(const http::Request& request) {
    std::int64_t page = 1;
    const auto text = request.query_value("pagina").value_or("");
    if (text.empty()) return page;
    const auto done = std::from_chars(text.data(), text.data() + text.size(), page);
    if (done.ec != std::errc() || done.ptr != text.data() + text.size() || page < 1 || page > 1'000'000'000)
        return wrong_parameter("pagina", "Informe um número a partir de 1.");
    return page;
}

Result<LoteEnviadoFilter> filter_of(const http::Request& request) {
    LoteEnviadoFilter filter;
    AROEIRA_TRY(filter.page, page_of(request));
    const auto asked = request.query_value("situacao").value_or("");
    for (const auto one : kSituacoesEnvio)
        if (name_of(one) == asked) filter.situacao = one;
    if (!asked.empty() && !filter.situacao) return wrong_parameter("situacao", "Escolha gerado, salvo, enviando, enviado, concluido ou parado.");
    return filter;
}

Result<QuaisFichas> which_of(const http::Request& request) {
    const auto asked = request.query_value("veredito").value_or("");
    if (asked.empty()) return QuaisFichas::todas;
    if (asked == "aceita") return QuaisFichas::aceitas;
    if (asked == "rejeitada") return QuaisFichas::rejeitadas;
    if (asked == "pendente") return QuaisFichas::pendentes;
    return wrong_parameter("veredito", "Escolha aceita, rejeitada ou pendente.");
}

Result<http::Response> post_lotes(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<Permission::transmissao_gerenciar>(request));
    AROEIRA_TRY(const auto municipio, http::asked_municipio(request));
    AROEIRA_TRY(const auto trabalho, ask_for_lotes(granted, municipio, services));
    return http::json(json::text_of(views::GeracaoAceita{std::string(trabalho.text())}), 202);
}

Result<http::Response> get_lotes(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<Permission::transmissao_gerenciar>(request));
    AROEIRA_TRY(const auto municipio, http::asked_municipio(request));
    AROEIRA_TRY(const auto filter, filter_of(request));
    AROEIRA_TRY(const auto page, list_lotes(granted, municipio, filter, services));
    views::LotesEnviados view{.total = page.total, .pagina = filter.page};
    for (const auto& lote : page.items) view.itens.push_back(views::of(lote));
    return http::json(json::text_of(view));
}

Result<http::Response> get_lote(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<Permission::transmissao_gerenciar>(request));
    AROEIRA_TRY(const auto municipio, http::asked_municipio(request));
    AROEIRA_TRY(const auto id, LoteEnviadoId::parse(request.capture("lote")));
    AROEIRA_TRY(const auto found, find_lote(granted, municipio, id, services));
    return http::json(json::text_of(views::of(found)));
}

Result<http::Response> post_mark(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<Permission::transmissao_gerenciar>(request));
    AROEIRA_TRY(const auto municipio, http::asked_municipio(request));
    AROEIRA_TRY(const auto id, LoteEnviadoId::parse(request.capture("lote")));
    AROEIRA_TRY(const auto lote, mark_for_sending(granted, municipio, id, services));
    return http::json(json::text_of(views::of(lote)));
}

Result<http::Response> get_fichas(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<Permission::transmissao_gerenciar>(request));
    AROEIRA_TRY(const auto municipio, http::asked_municipio(request));
    AROEIRA_TRY(const auto id, LoteEnviadoId::parse(request.capture("lote")));
    AROEIRA_TRY(const auto which, which_of(request));
    AROEIRA_TRY(const auto page, page_of(request));
    AROEIRA_TRY(const auto found, list_fichas(granted, municipio, id, which, page, services));
    views::FichasEnviadas view{.total = found.total, .pagina = page};
    for (const auto& ficha : found.items) {
        AROEIRA_TRY(auto one, views::of(ficha));
        view.itens.push_back(std::move(one));
    }
    return http::json(json::text_of(view));
}

Result<http::Response> get_file(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<Permission::transmissao_gerenciar>(request));
    AROEIRA_TRY(const auto municipio, http::asked_municipio(request));
    AROEIRA_TRY(const auto id, LoteEnviadoId::parse(request.capture("lote")));
    AROEIRA_TRY(auto file, download_lote(granted, municipio, id, services));
    return http::download("application/zip", file.nome, std::move(file.conteudo));
}

}  // namespace

std::vector<http::Route> routes(identity::Gate& gate, const Services& services) {
    const auto& municipio = http::kMunicipioParameter;
    constexpr auto kPermission = identity::name_of(Permission::transmissao_gerenciar);
    const auto bound = [&gate, &services](auto handler) {
        return [&gate, &services, handler](const http::Request& request) { return handler(gate, services, request); };
    };
    std::vector<http::Route> all{
        {.method = http::Method::post, .path = "/api/v1/transmissao/lotes", .permission = kPermission,
         .summary = "Gera lotes com todas as fichas válidas ainda não enviadas.", .handle = bound(post_lotes), .parameters = {municipio},
         .response = http::json_type<views::GeracaoAceita>("GeracaoAceita"), .status = 202},
        {.method = http::Method::get, .path = "/api/v1/transmissao/lotes", .permission = kPermission,
         .summary = "Lista os lotes gerados, o mais novo primeiro.", .handle = bound(get_lotes),
         .parameters = {{"pagina", "Página, a partir de 1; cada uma tem 30 linhas."}, {"situacao", "gerado, salvo, enviando, enviado, concluido ou parado."}, municipio},
         .response = http::json_type<views::LotesEnviados>("LotesEnviados")},
        {.method = http::Method::get, .path = "/api/v1/transmissao/lotes/{lote}", .permission = kPermission,
         .summary = "Mostra um lote gerado e o seu histórico.", .handle = bound(get_lote), .parameters = {municipio},
         .response = http::json_type<views::LoteEnviadoComHistorico>("LoteEnviadoComHistorico")},
        {.method = http::Method::post, .path = "/api/v1/transmissao/lotes/{lote}/enviar", .permission = kPermission,
         .summary = "Marca um lote para início do envio automático, agora.", .handle = bound(post_mark), .parameters = {municipio},
         .response = http::json_type<views::LoteEnviado>("LoteEnviado")},
        {.method = http::Method::get, .path = "/api/v1/transmissao/lotes/{lote}/fichas", .permission = kPermission,
         .summary = "Lista as fichas de um lote e o que o destino disse de cada uma.", .handle = bound(get_fichas),
         .parameters = {{"pagina", "Página, a partir de 1; cada uma tem 30 linhas."}, {"veredito", "aceita, rejeitada ou pendente."}, municipio},
         .response = http::json_type<views::FichasEnviadas>("FichasEnviadas")},
        {.method = http::Method::get, .path = "/api/v1/transmissao/lotes/{lote}/arquivo", .permission = kPermission,
         .summary = "Salva um lote em arquivo: o mesmo zip, byte por byte, a cada vez.", .handle = bound(get_file), .parameters = {municipio},
         .response = {"application/zip", "", ""}},
    };
    for (auto& route : destino_routes(gate, services)) all.push_back(std::move(route));
    for (auto& route : base_routes(gate, services)) all.push_back(std::move(route));
    return all;
}

}  // namespace aroeira::transmission
