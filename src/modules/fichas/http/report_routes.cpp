// SPDX-License-Identifier: Apache-2.0
// What is downloaded: «Imprimir relatório de inconsistências» of a lote, «Gerar relatório de
// Inconsistências» of a period, and a ficha as it came.
#include "modules/fichas/http/routes.hpp"
#include "modules/fichas/operations/inconsistency_report.hpp"
#include "modules/fichas/operations/read_original.hpp"
#include "platform/http/asked_municipio.hpp"

namespace aroeira::fichas {
namespace {

using identity::Permission;
constexpr std::string_view kCsv = "text/csv; charset=utf-8";

Result<http::Response> of_lote(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<Permission::fichas_ver>(request));
    ReportRequest report;
    AROEIRA_TRY(report.municipio, http::asked_municipio(request));
    AROEIRA_TRY(report.lote, LoteId::parse(request.capture("lote")));
    AROEIRA_TRY(auto csv, inconsistency_report(granted, report, needs.services));
    return http::download(std::string(kCsv), "inconsistencias-do-lote.csv", std::move(csv));
}

Result<http::Response> of_period(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<Permission::fichas_ver>(request));
    ReportRequest report;
    AROEIRA_TRY(report.municipio, http::asked_municipio(request));
    report.inicio = request.query_value("inicio").value_or("");
    report.fim = request.query_value("fim").value_or("");
    report.responsavel = request.query_value("responsavel").value_or("");
    AROEIRA_TRY(report.canal, chosen(request, "tipo", kCanais));
    AROEIRA_TRY(auto csv, inconsistency_report(granted, report, needs.services));
    return http::download(std::string(kCsv), "inconsistencias-" + report.inicio + "-a-" + report.fim + ".csv", std::move(csv));
}

Result<http::Response> original(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<Permission::fichas_ver>(request));
    OriginalRequest asked{.uuid = std::string(request.capture("uuid"))};
    AROEIRA_TRY(asked.municipio, http::asked_municipio(request));
    AROEIRA_TRY(const auto formato, chosen(request, "formato", kFormatos));
    asked.formato = formato.value_or(Formato::recebido);
    if (const auto versao = request.query_value("versao"); versao && !versao->empty()) {
        AROEIRA_TRY(asked.versao, positive(request, "versao", 1));
    }
    AROEIRA_TRY(auto file, read_original(granted, asked, needs.services));
    // Never a type a browser would show: what is inside came from outside.
    return http::download("application/octet-stream", file.nome, std::move(file.conteudo));
}

}  // namespace

std::vector<http::Route> report_routes(const HttpNeeds& needs) {
    const http::BodyType csv{"text/csv", "", ""};
    const auto& municipio = http::kMunicipioParameter;
    return {
        {.method = http::Method::get, .path = "/api/v1/recebimento/lotes/{lote}/inconsistencias.csv",
         .permission = identity::name_of(Permission::fichas_ver), .summary = "Relatório de inconsistências de um lote, em CSV.",
         .handle = [needs](const http::Request& request) { return of_lote(needs, request); }, .parameters = {municipio},
         .response = csv},
        {.method = http::Method::get, .path = "/api/v1/recebimento/inconsistencias.csv",
         .permission = identity::name_of(Permission::fichas_ver), .summary = "Relatório de inconsistências de um período, em CSV.",
         .handle = [needs](const http::Request& request) { return of_period(needs, request); },
         .parameters = {{"inicio", "Primeiro dia do recebimento, AAAA-MM-DD.", true}, {"fim", "Último dia, AAAA-MM-DD.", true},
                        {"responsavel", "Parte do nome do responsável."}, {"tipo", "arquivo ou online."}, municipio},
         .response = csv},
        {.method = http::Method::get, .path = "/api/v1/recebimento/fichas/{uuid}/original",
         .permission = identity::name_of(Permission::fichas_ver), .summary = "Dá uma ficha como foi recebida, ou em outro formato.",
         .handle = [needs](const http::Request& request) { return original(needs, request); },
         .parameters = {{"formato", "recebido (padrão), thrift, xml ou json."}, {"versao", "1, 2, …; sem ela, a mais nova."}, municipio},
         .response = {"application/octet-stream", "", ""}},
    };
}

}  // namespace aroeira::fichas
