// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include "modules/imunobiologicos/http/views.hpp"
#include "modules/imunobiologicos/module.hpp"
#include "modules/imunobiologicos/operations/list_lotes.hpp"
#include "modules/imunobiologicos/operations/manage_lotes.hpp"
#include "platform/http/json_body.hpp"

namespace aroeira::imunobiologicos {
namespace {

using identity::Gate;
using identity::Permission;

constexpr std::int64_t kPageSize = 30;

Result<MayKeep> grant(Gate& gate, const http::Request& request) { return gate.grant<Permission::lotes_imunobiologicos>(request); }

/// A whole number of the query; nothing when it is absent. Errors: `invalid_input` IMUNO-0002.
Result<std::optional<std::int64_t>> number_of(const http::Request& request, std::string_view name, std::int64_t low) {
    const auto text = request.query_value(name).value_or("");
    if (text.empty()) return std::optional<std::int64_t>();
    std::int64_t number = 0;
    const auto done = std::from_chars(text.data(), text.data() + text.size(), number);
    if (done.ec == std::errc() && done.ptr == text.data() + text.size() && number >= low && number <= 1'000'000) return std::optional(number);
    return Error{ErrorKind::invalid_input, "IMUNO-0002", "O pedido tem um parâmetro que não pôde ser lido.",
                 {{"IMUNO-0002", std::string(name), "O número está fora do que se aceita.", "Confira o número."}}};
}

Result<http::Response> get_tables(Gate& gate, const Services&, const http::Request& request) {
    AROEIRA_CHECK(grant(gate, request));
    return http::json_of(views::all_tables());
}

Result<http::Response> get_lotes(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, grant(gate, request));
    AROEIRA_TRY(const auto page, number_of(request, "pagina", 1));
    LoteFilter filter{.lote = std::string(request.query_value("lote").value_or("")), .inativos = request.query_value("inativos") == "sim",
                      .offset = (page.value_or(1) - 1) * kPageSize, .limit = kPageSize};
    AROEIRA_TRY(filter.imunobiologico, number_of(request, "imunobiologico", 0));
    AROEIRA_TRY(const auto found, list_lotes(granted, filter, services));
    views::Lotes view{.total = found.page.total};
    for (const auto& one : found.page.items) view.itens.push_back(views::of(one, found.today));
    return http::json_of(view);
}

Result<http::Response> get_for_dose(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, grant(gate, request));
    AROEIRA_TRY(const auto imunobiologico, number_of(request, "imunobiologico", 0));
    AROEIRA_TRY(const auto lotes, lotes_for_dose(granted, imunobiologico.value_or(0), std::string(request.query_value("data").value_or("")), services));
    views::Lotes view{.total = static_cast<std::int64_t>(lotes.size())};
    for (const auto& one : lotes) view.itens.push_back(views::of(one, ""));
    return http::json_of(view);
}

Result<http::Response> post_lote(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, grant(gate, request));
    AROEIRA_TRY(const auto said, http::body_of<views::LoteNovo>(request));
    AROEIRA_TRY(const auto lote, add_lote(granted, views::form_of(said), services));
    return http::json_of(views::of(lote, ""), 201);
}

Result<http::Response> put_lote(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, grant(gate, request));
    AROEIRA_TRY(const auto id, LoteId::parse(request.capture("lote")));
    AROEIRA_TRY(const auto said, http::body_of<views::LoteEditado>(request));
    AROEIRA_TRY(const auto lote, edit_lote(granted, id, views::form_of(said), said.versao, services));
    return http::json_of(views::of(lote, ""));
}

Result<http::Response> put_situacao(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, grant(gate, request));
    AROEIRA_TRY(const auto id, LoteId::parse(request.capture("lote")));
    AROEIRA_TRY(const auto said, http::body_of<views::SituacaoDoLote>(request));
    AROEIRA_TRY(const auto lote, set_ativo(granted, id, said.ativo, said.versao, services));
    return http::json_of(views::of(lote, ""));
}

Result<http::Response> delete_lote(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, grant(gate, request));
    AROEIRA_TRY(const auto id, LoteId::parse(request.capture("lote")));
    AROEIRA_TRY(const auto versao, number_of(request, "versao", 0));
    AROEIRA_CHECK(remove_lote(granted, id, versao.value_or(0), services));
    return http::Response{.status = 204, .content_type = ""};
}

}  // namespace

std::vector<http::Route> routes(identity::Gate& gate, const Services& services) {
    constexpr auto kPermission = identity::name_of(Permission::lotes_imunobiologicos);
    const auto bound = [&gate, &services](auto handler) {
        return [&gate, &services, handler](const http::Request& request) { return handler(gate, services, request); };
    };
    const auto lote = http::json_type<views::LoteDeImunobiologico>("LoteDeImunobiologico");
    const auto lotes = http::json_type<views::Lotes>("LotesDeImunobiologicos");
    return {
        {.method = http::Method::get, .path = "/api/v1/imunobiologicos", .permission = kPermission, .summary = "Os imunobiológicos e os fabricantes das tabelas nacionais.",
         .handle = bound(get_tables), .response = http::json_type<views::Tabelas>("Imunobiologicos")},
        {.method = http::Method::get, .path = "/api/v1/imunobiologicos/lotes", .permission = kPermission, .summary = "Os lotes de imunobiológicos do município.",
         .handle = bound(get_lotes),
         .parameters = {{"lote", "Parte do lote."}, {"imunobiologico", "Código do LEDI."}, {"inativos", "sim, para mostrar também os inativos."}, {"pagina", "A partir de 1, de 30 em 30."}},
         .response = lotes},
        {.method = http::Method::post, .path = "/api/v1/imunobiologicos/lotes", .permission = kPermission, .summary = "Cadastra um lote.", .handle = bound(post_lote),
         .request = http::json_type<views::LoteNovo>("LoteDeImunobiologicoNovo"), .response = lote, .status = 201},
        {.method = http::Method::get, .path = "/api/v1/imunobiologicos/lotes-para-registro", .permission = kPermission,
         .summary = "Os lotes de um imunobiológico que valem no dia da aplicação.", .handle = bound(get_for_dose),
         .parameters = {{"imunobiologico", "Código do LEDI."}, {"data", "Da aplicação, AAAA-MM-DD; vazia, hoje."}}, .response = lotes},
        {.method = http::Method::put, .path = "/api/v1/imunobiologicos/lotes/{lote}", .permission = kPermission, .summary = "Edita um lote.", .handle = bound(put_lote),
         .request = http::json_type<views::LoteEditado>("LoteDeImunobiologicoEditado"), .response = lote},
        {.method = http::Method::put, .path = "/api/v1/imunobiologicos/lotes/{lote}/situacao", .permission = kPermission, .summary = "Inativa ou ativa um lote.",
         .handle = bound(put_situacao), .request = http::json_type<views::SituacaoDoLote>("SituacaoDoLoteDeImunobiologico"), .response = lote},
        {.method = http::Method::del, .path = "/api/v1/imunobiologicos/lotes/{lote}", .permission = kPermission, .summary = "Exclui um lote que nenhuma ficha usa.",
         .handle = bound(delete_lote), .parameters = {{"versao", "A que se leu."}}, .status = 204},
    };
}

}  // namespace aroeira::imunobiologicos
