// SPDX-License-Identifier: Apache-2.0
// The agenda of a lotação: its hours, its closed days, and what of it is offered online.
#include "modules/agenda/http/views.hpp"
#include "modules/agenda/module.hpp"
#include "platform/http/asked_municipio.hpp"
#include "platform/http/json_body.hpp"

namespace aroeira::agenda {
namespace {

using identity::Gate;
using identity::Permission;

/// Who may, in which município, on which lotação.
struct Asked {
    AgendaGranted granted;
    std::optional<Ibge> municipio{};
    std::string_view lotacao{};
};
Result<Asked> asked(Gate& gate, const http::Request& request) {
    AROEIRA_TRY(auto granted, gate.grant<Permission::agenda_gerenciar>(request));
    AROEIRA_TRY(const auto municipio, http::asked_municipio(request));
    return Asked{std::move(granted), municipio, request.capture("lotacao")};
}

http::Response nothing() { return {.status = 204, .content_type = ""}; }

Result<http::Response> get_list(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto who, asked(gate, request));
    AROEIRA_TRY(const auto list, list_agendas(who.granted, who.municipio, request.capture("profissional"), services));
    views::Agendas view;
    for (const auto& one : list) view.itens.push_back({one.lotacao, std::string(name_of(one.situacao)), one.online});
    return http::json_of(view);
}

Result<http::Response> get_agenda(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto who, asked(gate, request));
    AROEIRA_TRY(const auto seen, see_agenda(who.granted, who.municipio, who.lotacao, services));
    return http::json_of(views::of(seen));
}

Result<http::Response> put_agenda(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto who, asked(gate, request));
    AROEIRA_TRY(const auto typed, http::body_of<views::AgendaEscolhida>(request));
    AROEIRA_CHECK(see_agenda(who.granted, who.municipio, who.lotacao, services));
    AROEIRA_TRY(auto periodos, views::periodos_of(typed.periodos));
    AROEIRA_CHECK(save_agenda(who.granted, who.municipio, who.lotacao, {std::move(periodos), typed.versao}, services));
    return nothing();
}

Result<http::Response> get_fechamentos(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto who, asked(gate, request));
    AROEIRA_TRY(const auto seen, see_agenda(who.granted, who.municipio, who.lotacao, services));
    AROEIRA_TRY(const auto list, list_fechamentos(who.granted, who.municipio, who.lotacao, services));
    views::Fechamentos view;
    static_cast<views::Lotacao&>(view) = views::of(seen.lotacao, seen.minutes);
    for (const auto& one : list) view.itens.push_back(views::of(one));
    return http::json_of(view);
}

Result<http::Response> post_fechamento(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto who, asked(gate, request));
    AROEIRA_TRY(const auto typed, http::body_of<views::NovoFechamento>(request));
    const NewFechamento fresh{typed.inicio, typed.fim, motivo_of(typed.motivo).value_or(Motivo::outro), typed.especificacao};
    AROEIRA_TRY(const auto added, add_fechamento(who.granted, who.municipio, who.lotacao, fresh, services));
    return http::json_of(views::of(added), 201);
}

Result<http::Response> delete_fechamento(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto who, asked(gate, request));
    AROEIRA_TRY(const auto id, FechamentoId::parse(request.capture("fechamento")));
    AROEIRA_CHECK(remove_fechamento(who.granted, who.municipio, who.lotacao, id, services));
    return nothing();
}

Result<http::Response> get_online(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto who, asked(gate, request));
    AROEIRA_TRY(const auto seen, see_online(who.granted, who.municipio, who.lotacao, services));
    return http::json_of(views::of(seen));
}

Result<http::Response> put_online(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto who, asked(gate, request));
    AROEIRA_TRY(const auto typed, http::body_of<views::OnlineEscolhido>(request));
    AROEIRA_CHECK(see_online(who.granted, who.municipio, who.lotacao, services));
    AROEIRA_TRY(auto chosen, views::horarios_of(typed.oferecidos));
    AROEIRA_CHECK(save_online(who.granted, who.municipio, who.lotacao, {std::move(chosen), typed.versao}, services));
    return nothing();
}

}  // namespace

std::vector<http::Route> routes(identity::Gate& gate, const Services& services) {
    constexpr auto kPermission = identity::name_of(Permission::agenda_gerenciar);
    const auto& municipio = http::kMunicipioParameter;
    const auto bound = [&gate, &services](auto handler) {
        return [&gate, &services, handler](const http::Request& request) { return handler(gate, services, request); };
    };
    return {
        {.method = http::Method::get, .path = "/api/v1/profissionais/{profissional}/agendas", .permission = kPermission,
         .summary = "Como está a agenda de cada lotação de um profissional.", .handle = bound(get_list), .parameters = {municipio},
         .response = http::json_type<views::Agendas>("Agendas")},
        {.method = http::Method::get, .path = "/api/v1/lotacoes/{lotacao}/agenda", .permission = kPermission,
         .summary = "Os horários de atendimento de uma lotação.", .handle = bound(get_agenda), .parameters = {municipio},
         .response = http::json_type<views::AgendaDaLotacao>("AgendaDaLotacao")},
        {.method = http::Method::put, .path = "/api/v1/lotacoes/{lotacao}/agenda", .permission = kPermission,
         .summary = "Define os horários de atendimento de uma lotação.", .handle = bound(put_agenda), .parameters = {municipio},
         .request = http::json_type<views::AgendaEscolhida>("AgendaEscolhida"), .status = 204},
        {.method = http::Method::get, .path = "/api/v1/lotacoes/{lotacao}/fechamentos", .permission = kPermission,
         .summary = "Os dias em que a agenda de uma lotação está fechada.", .handle = bound(get_fechamentos), .parameters = {municipio},
         .response = http::json_type<views::Fechamentos>("Fechamentos")},
        {.method = http::Method::post, .path = "/api/v1/lotacoes/{lotacao}/fechamentos", .permission = kPermission,
         .summary = "Fecha a agenda de uma lotação por alguns dias.", .handle = bound(post_fechamento), .parameters = {municipio},
         .request = http::json_type<views::NovoFechamento>("NovoFechamento"), .response = http::json_type<views::Fechamento>("Fechamento"), .status = 201},
        {.method = http::Method::del, .path = "/api/v1/lotacoes/{lotacao}/fechamentos/{fechamento}", .permission = kPermission,
         .summary = "Remove um fechamento.", .handle = bound(delete_fechamento), .parameters = {municipio}, .status = 204},
        {.method = http::Method::get, .path = "/api/v1/lotacoes/{lotacao}/agenda-online", .permission = kPermission,
         .summary = "Os horários de uma lotação e os oferecidos para agendamento online.", .handle = bound(get_online), .parameters = {municipio},
         .response = http::json_type<views::AgendaOnline>("AgendaOnline")},
        {.method = http::Method::put, .path = "/api/v1/lotacoes/{lotacao}/agenda-online", .permission = kPermission,
         .summary = "Define os horários oferecidos para agendamento online.", .handle = bound(put_online), .parameters = {municipio},
         .request = http::json_type<views::OnlineEscolhido>("OnlineEscolhido"), .status = 204},
    };
}

}  // namespace aroeira::agenda
