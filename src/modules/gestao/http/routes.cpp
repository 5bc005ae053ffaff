// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include "modules/gestao/http/views.hpp"
#include "modules/gestao/module.hpp"
#include "modules/gestao/operations/agenda_padrao.hpp"
#include "modules/gestao/operations/grupos_exame.hpp"
#include "modules/gestao/operations/tipos_servico.hpp"
#include "platform/http/json_body.hpp"

namespace aroeira::gestao {
namespace {

using identity::Gate;
using identity::Permission;

constexpr std::int64_t kPageSize = 30;
constexpr int kMonthsMax = 1571;

Result<MayGovern> grant(Gate& gate, const http::Request& request) { return gate.grant<Permission::gestao_municipal>(request); }

/// A whole number of the query between two others. Errors: `invalid_input` GESTAO-0008.
Result<std::int64_t> number_of(const http::Request& request, std::string_view name, std::int64_t otherwise, std::int64_t low, std::int64_t high) {
    const auto text = request.query_value(name).value_or("");
    if (text.empty()) return otherwise;
    std::int64_t number = 0;
    const auto done = std::from_chars(text.data(), text.data() + text.size(), number);
    if (done.ec == std::errc() && done.ptr == text.data() + text.size() && number >= low && number <= high) return number;
    return Error{ErrorKind::invalid_input, "GESTAO-0008", "O pedido tem um parâmetro que não pôde ser lido.",
                 {{"GESTAO-0008", std::string(name), "O número está fora do que se aceita.", "Use um número de " + std::to_string(low) + " a " + std::to_string(high) + "."}}};
}

Result<PageOf> page_of(const http::Request& request) {
    AROEIRA_TRY(const auto page, number_of(request, "pagina", 1, 1, 1'000'000));
    return PageOf{(page - 1) * kPageSize, kPageSize};
}

Result<http::Response> get_agenda(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, grant(gate, request));
    AROEIRA_TRY(const auto seen, read_agenda(granted, services));
    return http::json_of(views::of(seen));
}

Result<http::Response> put_agenda(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, grant(gate, request));
    AROEIRA_TRY(const auto said, http::body_of<views::Agenda>(request));
    AROEIRA_TRY(const auto asked, views::agenda_of(said));
    AROEIRA_TRY(const auto saved, save_agenda(granted, asked, services));
    return http::json_of(views::of(saved));
}

Result<http::Response> get_exames(Gate& gate, const Services&, const http::Request& request) {
    AROEIRA_CHECK(grant(gate, request));
    return http::json_of(views::exames_with(request.query_value("busca").value_or("")));
}

Result<http::Response> get_grupos(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, grant(gate, request));
    AROEIRA_TRY(const auto page, page_of(request));
    AROEIRA_TRY(const auto found, list_grupos(granted, request.query_value("busca").value_or(""), page, services));
    views::Grupos view{.total = found.total};
    for (const auto& one : found.items) view.itens.push_back(views::of(one));
    return http::json_of(view);
}

Result<http::Response> post_grupo(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, grant(gate, request));
    AROEIRA_TRY(const auto said, http::body_of<views::GrupoNovo>(request));
    AROEIRA_TRY(const auto grupo, add_grupo(granted, {said.nome, said.exames}, services));
    return http::json_of(views::of(grupo), 201);
}

Result<http::Response> put_grupo(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, grant(gate, request));
    AROEIRA_TRY(const auto id, GrupoExameId::parse(request.capture("grupo")));
    AROEIRA_TRY(const auto said, http::body_of<views::GrupoEditado>(request));
    AROEIRA_TRY(const auto grupo, edit_grupo(granted, id, {said.nome, said.exames}, said.versao, services));
    return http::json_of(views::of(grupo));
}

Result<http::Response> delete_grupo(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, grant(gate, request));
    AROEIRA_TRY(const auto id, GrupoExameId::parse(request.capture("grupo")));
    AROEIRA_CHECK(remove_grupo(granted, id, services));
    return http::Response{.status = 204, .content_type = ""};
}

Result<http::Response> get_grupos_for(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<Permission::municipios_ver>(request));
    AROEIRA_TRY(const auto months, number_of(request, "idade_meses", 0, 0, kMonthsMax));
    const auto sexo = request.query_value("sexo").value_or("");
    const ForWhom whom{static_cast<int>(months), sexo == "M" ? tabelas::Applies::male : sexo == "F" ? tabelas::Applies::female : tabelas::Applies::both};
    AROEIRA_TRY(const auto grupos, grupos_for(granted, whom, services));
    views::Grupos view{.total = static_cast<std::int64_t>(grupos.size())};
    for (const auto& one : grupos) view.itens.push_back(views::of(one));
    return http::json_of(view);
}

Result<http::Response> get_tipos(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, grant(gate, request));
    AROEIRA_TRY(const auto page, page_of(request));
    AROEIRA_TRY(const auto found, list_tipos(granted, request.query_value("busca").value_or(""), page, services));
    views::Tipos view{.total = found.total};
    for (const auto& one : found.items) view.itens.push_back(views::of(one));
    return http::json_of(view);
}

Result<http::Response> post_tipo(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, grant(gate, request));
    AROEIRA_TRY(const auto said, http::body_of<views::TipoNovo>(request));
    AROEIRA_TRY(const auto tipo, add_tipo(granted, said.nome, services));
    return http::json_of(views::of(tipo), 201);
}

Result<http::Response> put_tipo(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, grant(gate, request));
    AROEIRA_TRY(const auto id, TipoServicoId::parse(request.capture("tipo")));
    AROEIRA_TRY(const auto said, http::body_of<views::TipoEditado>(request));
    AROEIRA_TRY(const auto tipo, edit_tipo(granted, id, said.nome, said.versao, services));
    return http::json_of(views::of(tipo));
}

Result<http::Response> delete_tipo(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, grant(gate, request));
    AROEIRA_TRY(const auto id, TipoServicoId::parse(request.capture("tipo")));
    AROEIRA_CHECK(remove_tipo(granted, id, services));
    return http::Response{.status = 204, .content_type = ""};
}

}  // namespace

std::vector<http::Route> routes(identity::Gate& gate, const Services& services) {
    constexpr auto kPermission = identity::name_of(Permission::gestao_municipal);
    const auto bound = [&gate, &services](auto handler) {
        return [&gate, &services, handler](const http::Request& request) { return handler(gate, services, request); };
    };
    const auto agenda = http::json_type<views::Agenda>("AgendaPadrao");
    const auto grupo = http::json_type<views::Grupo>("GrupoDeExames");
    const auto grupos = http::json_type<views::Grupos>("GruposDeExames");
    const auto tipo = http::json_type<views::Tipo>("TipoDeServico");
    const std::vector<http::Parameter> list{{"busca", "Parte do nome."}, {"pagina", "A partir de 1, de 30 em 30."}};
    return {
        {.method = http::Method::get, .path = "/api/v1/gestao/agenda-padrao", .permission = kPermission,
         .summary = "Os horários de atendimento padrão e a duração do agendamento.", .handle = bound(get_agenda), .response = agenda},
        {.method = http::Method::put, .path = "/api/v1/gestao/agenda-padrao", .permission = kPermission,
         .summary = "Grava os horários de atendimento padrão e a duração do agendamento.", .handle = bound(put_agenda), .request = agenda, .response = agenda},
        {.method = http::Method::get, .path = "/api/v1/gestao/exames", .permission = kPermission,
         .summary = "Procura exames do SIGTAP por código ou nome.", .handle = bound(get_exames), .parameters = {{"busca", "Palavras do nome, ou parte do código."}},
         .response = http::json_type<views::Exames>("Exames")},
        {.method = http::Method::get, .path = "/api/v1/gestao/grupos-de-exames", .permission = kPermission, .summary = "Os grupos de exames do município.",
         .handle = bound(get_grupos), .parameters = list, .response = grupos},
        {.method = http::Method::post, .path = "/api/v1/gestao/grupos-de-exames", .permission = kPermission, .summary = "Adiciona um grupo de exames.",
         .handle = bound(post_grupo), .request = http::json_type<views::GrupoNovo>("GrupoDeExamesNovo"), .response = grupo, .status = 201},
        {.method = http::Method::put, .path = "/api/v1/gestao/grupos-de-exames/{grupo}", .permission = kPermission, .summary = "Edita um grupo de exames.",
         .handle = bound(put_grupo), .request = http::json_type<views::GrupoEditado>("GrupoDeExamesEditado"), .response = grupo},
        {.method = http::Method::del, .path = "/api/v1/gestao/grupos-de-exames/{grupo}", .permission = kPermission, .summary = "Exclui um grupo de exames.",
         .handle = bound(delete_grupo), .status = 204},
        {.method = http::Method::get, .path = "/api/v1/grupos-de-exames", .permission = identity::name_of(Permission::municipios_ver),
         .summary = "Os grupos que servem a um cidadão, cada um só com os exames para a idade e o sexo dele.", .handle = bound(get_grupos_for),
         .parameters = {{"idade_meses", "Idade do cidadão, em meses."}, {"sexo", "M ou F; vazio, não se sabe."}}, .response = grupos},
        {.method = http::Method::get, .path = "/api/v1/gestao/tipos-de-servico", .permission = kPermission, .summary = "Os tipos de serviço do município.",
         .handle = bound(get_tipos), .parameters = list, .response = http::json_type<views::Tipos>("TiposDeServico")},
        {.method = http::Method::post, .path = "/api/v1/gestao/tipos-de-servico", .permission = kPermission, .summary = "Adiciona um tipo de serviço.",
         .handle = bound(post_tipo), .request = http::json_type<views::TipoNovo>("TipoDeServicoNovo"), .response = tipo, .status = 201},
        {.method = http::Method::put, .path = "/api/v1/gestao/tipos-de-servico/{tipo}", .permission = kPermission, .summary = "Edita um tipo de serviço.",
         .handle = bound(put_tipo), .request = http::json_type<views::TipoEditado>("TipoDeServicoEditado"), .response = tipo},
        {.method = http::Method::del, .path = "/api/v1/gestao/tipos-de-servico/{tipo}", .permission = kPermission, .summary = "Exclui um tipo de serviço.",
         .handle = bound(delete_tipo), .status = 204},
    };
}

}  // namespace aroeira::gestao
