// SPDX-License-Identifier: Apache-2.0
// «Recebimento por lote» and «Recebimento por CNES», as the screens ask for them.
#include "modules/fichas/http/routes.hpp"
#include "modules/fichas/http/views.hpp"
#include "modules/fichas/operations/hours.hpp"
#include "modules/fichas/operations/process_all.hpp"
#include "modules/fichas/operations/receive_lote.hpp"
#include "platform/http/asked_municipio.hpp"
#include "platform/http/json_body.hpp"

namespace aroeira::fichas {
namespace {

using identity::Permission;
constexpr auto kSee = identity::name_of(Permission::fichas_ver);

Result<http::Response> post_lote(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<Permission::fichas_importar>(request));
    AROEIRA_TRY(const auto parts, request.form());
    Upload upload;
    bool has_file = false;
    for (const auto& part : parts) {
        if (part.name == "arquivo") {
            upload.file_name = part.file_name;
            upload.bytes = part.content;
            has_file = true;
        } else if (part.name == "municipio") {
            AROEIRA_TRY(upload.municipio, http::asked_municipio(part.content));
        }
    }
    if (!has_file)
        return Error{ErrorKind::invalid_input, "RECEB-0031", "Escolha o arquivo a importar.",
                     {{"RECEB-0031", "arquivo", "Nenhum arquivo foi enviado.", "Clique em «Selecionar arquivo» ou arraste o arquivo."}}};
    AROEIRA_TRY(const auto accepted, receive_lote(granted, upload, needs.services));
    return http::json(json::text_of(views::LoteAceito{std::string(accepted.lote.text()), accepted.trabalho}), 202);
}

Result<LoteFilter> lote_filter(const http::Request& request) {
    LoteFilter filter;
    AROEIRA_TRY(filter.page, positive(request, "pagina", 1));
    AROEIRA_TRY(filter.canal, chosen(request, "tipo", kCanais));
    AROEIRA_TRY(filter.situacao, chosen(request, "situacao", kSituacoesLote));
    return filter;
}

Result<http::Response> get_lotes(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<Permission::fichas_ver>(request));
    AROEIRA_TRY(const auto asked, http::asked_municipio(request));
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    AROEIRA_TRY(const auto filter, lote_filter(request));
    AROEIRA_TRY(const auto page, needs.services.unit.read([&](Ports& ports) { return ports.fichas.list_lotes(municipio, filter); }));
    views::Lotes view{.total = page.total, .pagina = filter.page};
    for (const auto& lote : page.items) view.itens.push_back(views::of(lote));
    return http::json(json::text_of(view));
}

/// Whose lote it is: of the path, and of the actor's município.
struct Place {
    Ibge municipio;
    LoteId lote;
};
Result<Place> place_of(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<Permission::fichas_ver>(request));
    AROEIRA_TRY(const auto asked, http::asked_municipio(request));
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    AROEIRA_TRY(const auto lote, LoteId::parse(request.capture("lote")));
    return Place{municipio, lote};
}

Result<http::Response> get_lote(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto place, place_of(needs, request));
    views::LoteComTotais view;
    AROEIRA_CHECK(needs.services.unit.read([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(const auto lote, ports.fichas.find_lote(place.municipio, place.lote));
        AROEIRA_TRY(const auto totals, ports.fichas.totals_of_lote(place.municipio, place.lote));
        view = {views::of(lote), views::of(totals)};
        return {};
    }));
    return http::json(json::text_of(view));
}

Result<http::Response> get_fichas(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto place, place_of(needs, request));
    FichaFilter filter;
    AROEIRA_TRY(filter.page, positive(request, "pagina", 1));
    AROEIRA_TRY(filter.situacao, chosen(request, "situacao", kSituacoes));
    if (const auto tipo = request.query_value("tipo"); tipo && !tipo->empty()) {
        AROEIRA_TRY(filter.tipo, positive(request, "tipo", 1));
    }
    views::Fichas view{.pagina = filter.page};
    AROEIRA_CHECK(needs.services.unit.read([&](Ports& ports) -> Result<void> {
        AROEIRA_CHECK(ports.fichas.find_lote(place.municipio, place.lote));
        if (filter.situacao == Situacao::ilegivel) {
            AROEIRA_TRY(const auto page, ports.fichas.list_ilegiveis(place.municipio, place.lote, filter));
            view.total = page.total;
            for (const auto& one : page.items) view.itens.push_back(views::of(one));
            return {};
        }
        AROEIRA_TRY(const auto page, ports.fichas.list_fichas(place.municipio, place.lote, filter));
        view.total = page.total;
        for (const auto& one : page.items) view.itens.push_back(views::of(one));
        return {};
    }));
    return http::json(json::text_of(view));
}

Result<http::Response> get_ficha(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<Permission::fichas_ver>(request));
    AROEIRA_TRY(const auto asked, http::asked_municipio(request));
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    const std::string uuid(request.capture("uuid"));
    AROEIRA_TRY(const auto versions, needs.services.unit.write([&](Ports& ports) -> Result<std::vector<FichaVersao>> {
        AROEIRA_TRY(auto found, ports.fichas.find_ficha(municipio, uuid));
        AROEIRA_CHECK(ports.trail.record({.event = audit::Event::ficha_consultada, .actor = granted.actor().key,
                                          .address = granted.actor().address, .entity = "ficha", .entity_id = uuid,
                                          .municipio = std::string(municipio.text())}));
        return found;
    }));
    views::FichaCompleta view{.ficha = views::of(versions.front().resumo)};
    AROEIRA_TRY(auto findings, parse_findings(versions.front().achados));
    view.erros = std::move(findings.erros);
    view.avisos = std::move(findings.avisos);
    for (const auto& one : versions)
        view.versoes.push_back({one.resumo.versao, to_ms(one.recebida), one.resumo.situacao, one.lote});
    return http::json(json::text_of(view));
}

Result<http::Response> post_process_all(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<Permission::fichas_processar>(request));
    AROEIRA_TRY(const auto asked, http::asked_municipio(request));
    AROEIRA_TRY(const auto count, process_all(granted, asked, needs.services));
    return http::json(json::text_of(views::Processamento{count}), 202);
}

Result<std::string> month_of(const http::Request& request) {
    const std::string month(request.query_value("mes").value_or(""));
    const bool digits = month.size() == 6 && month.find_first_not_of("0123456789") == month.npos;
    if (!digits || month.substr(4) < "01" || month.substr(4) > "12")
        return Error{ErrorKind::invalid_input, "RECEB-0032", "Informe o mês de recebimento.",
                     {{"RECEB-0032", "mes", "Mês ausente ou inválido.", "Escolha o mês e o ano."}}};
    return month;
}

Result<http::Response> get_by_cnes(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<Permission::fichas_ver>(request));
    AROEIRA_TRY(const auto asked, http::asked_municipio(request));
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    AROEIRA_TRY(const auto month, month_of(request));
    std::optional<std::string> cnes;
    if (const auto text = request.query_value("cnes"); text && !text->empty()) {
        AROEIRA_TRY(const auto parsed, Cnes::parse(*text));
        cnes = std::string(parsed.text());
    }
    AROEIRA_TRY(const auto totals, needs.services.unit.read([&](Ports& ports) { return ports.fichas.totals_by_cnes(municipio, month, cnes); }));
    views::PorCnesLista view{.mes = month};
    for (const auto& one : totals) {
        views::PorCnes row{one.cnes, std::nullopt, one.validas + one.invalidas, one.validas, one.invalidas};
        if (auto name = needs.unidades.name_of(municipio, one.cnes); !name.empty()) row.unidade = std::move(name);
        view.itens.push_back(std::move(row));
    }
    return http::json(json::text_of(view));
}

Result<http::Response> get_of_cnes(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<Permission::fichas_ver>(request));
    AROEIRA_TRY(const auto asked, http::asked_municipio(request));
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    AROEIRA_TRY(const auto month, month_of(request));
    AROEIRA_TRY(const auto cnes, Cnes::parse(request.capture("cnes")));
    AROEIRA_TRY(const auto totals, needs.services.unit.read([&](Ports& ports) { return ports.fichas.totals_of_cnes(municipio, month, cnes.text()); }));
    views::DoCnes view{.mes = month, .cnes = std::string(cnes.text()), .por_tipo = views::of(totals)};
    if (auto name = needs.unidades.name_of(municipio, cnes.text()); !name.empty()) view.unidade = std::move(name);
    return http::json(json::text_of(view));
}

}  // namespace

std::vector<http::Route> screen_routes(const HttpNeeds& needs) {
    const auto& municipio = http::kMunicipioParameter;
    const http::Parameter pagina{"pagina", "Página, a partir de 1; cada uma tem 30 linhas."};
    const http::Parameter mes{"mes", "Mês de recebimento, AAAAMM.", true};
    const auto bound = [needs](auto handler) {
        return [needs, handler](const http::Request& request) { return handler(needs, request); };
    };
    return {
        {.method = http::Method::post, .path = "/api/v1/recebimento/lotes", .permission = identity::name_of(Permission::fichas_importar),
         .summary = "Recebe um lote de fichas por arquivo.", .handle = bound(post_lote),
         .request = {"multipart/form-data", "", ""}, .response = http::json_type<views::LoteAceito>("LoteAceito"), .status = 202,
         .body_bytes_max = needs.upload_bytes_max},
        {.method = http::Method::get, .path = "/api/v1/recebimento/lotes", .permission = kSee,
         .summary = "Lista os lotes recebidos, o mais novo primeiro.", .handle = bound(get_lotes),
         .parameters = {pagina, {"situacao", "aguardando, processando, processado ou falhou."}, {"tipo", "arquivo ou online."}, municipio},
         .response = http::json_type<views::Lotes>("Lotes")},
        {.method = http::Method::get, .path = "/api/v1/recebimento/lotes/{lote}", .permission = kSee,
         .summary = "Mostra um lote e os totais por tipo de ficha.", .handle = bound(get_lote), .parameters = {municipio},
         .response = http::json_type<views::LoteComTotais>("LoteComTotais")},
        {.method = http::Method::get, .path = "/api/v1/recebimento/lotes/{lote}/fichas", .permission = kSee,
         .summary = "Lista as fichas de um lote.", .handle = bound(get_fichas),
         .parameters = {pagina, {"situacao", "valida, invalida ou ilegivel."}, {"tipo", "Código do tipo de ficha."}, municipio},
         .response = http::json_type<views::Fichas>("Fichas")},
        {.method = http::Method::get, .path = "/api/v1/recebimento/fichas/{uuid}", .permission = kSee,
         .summary = "Mostra uma ficha, cada regra que a recusou e suas versões.", .handle = bound(get_ficha),
         .parameters = {municipio}, .response = http::json_type<views::FichaCompleta>("FichaCompleta")},
        {.method = http::Method::post, .path = "/api/v1/recebimento/processar", .permission = identity::name_of(Permission::fichas_processar),
         .summary = "Processa agora todos os lotes que esperam o horário.", .handle = bound(post_process_all),
         .parameters = {municipio}, .response = http::json_type<views::Processamento>("Processamento"), .status = 202},
        {.method = http::Method::get, .path = "/api/v1/recebimento/cnes", .permission = kSee,
         .summary = "Conta as fichas recebidas em um mês, por estabelecimento.", .handle = bound(get_by_cnes),
         .parameters = {mes, {"cnes", "Só este estabelecimento."}, municipio}, .response = http::json_type<views::PorCnesLista>("PorCnes")},
        {.method = http::Method::get, .path = "/api/v1/recebimento/cnes/{cnes}", .permission = kSee,
         .summary = "Conta as fichas recebidas de um estabelecimento em um mês, por tipo.", .handle = bound(get_of_cnes),
         .parameters = {mes, municipio}, .response = http::json_type<views::DoCnes>("DoCnes")},
    };
}

}  // namespace aroeira::fichas
