// SPDX-License-Identifier: Apache-2.0
#include "modules/instalacoes/http/installation_routes.hpp"
#include "modules/instalacoes/http/views.hpp"
#include "modules/instalacoes/module.hpp"
#include "modules/instalacoes/operations/online_receiving.hpp"
#include "modules/instalacoes/operations/processing_hours.hpp"
#include "modules/instalacoes/operations/trabalhos.hpp"
#include "platform/http/json_body.hpp"

namespace aroeira::instalacoes {
namespace {

using identity::Gate;
using identity::name_of;
using identity::Permission;

Result<http::Response> get_municipios(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<Permission::municipios_ver>(request));
    AROEIRA_TRY(const auto list, list_municipios(granted, services));
    views::Municipios view;
    for (const auto& one : list) view.itens.push_back(views::of(one));
    return http::json(json::text_of(view));
}

Result<http::Response> post_municipio(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<Permission::municipios_gerenciar>(request));
    AROEIRA_TRY(const auto chosen, http::body_of<views::MunicipioEscolhido>(request));
    AROEIRA_TRY(const auto ibge, Ibge::parse(chosen.ibge));
    AROEIRA_TRY(const auto active, activate_municipio(granted, ibge, services));
    return http::json(json::text_of(views::of(active)), 201);
}

Result<http::Response> get_processing(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<Permission::fichas_ver>(request));
    AROEIRA_TRY(const auto hours, read_processing_hours(granted, services));
    return http::json(json::text_of(views::of(hours)));
}

Result<http::Response> put_processing(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<Permission::processamento_configurar>(request));
    AROEIRA_TRY(const auto chosen, http::body_of<views::Processamento>(request));
    AROEIRA_TRY(const auto hours, views::hours_of(chosen));
    AROEIRA_CHECK(save_processing_hours(granted, hours, services));
    return http::json(json::text_of(views::of(hours)));
}

Result<http::Response> get_online(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<Permission::credenciais_gerenciar>(request));
    AROEIRA_TRY(const auto receiving, read_online_receiving(granted, services));
    return http::json(json::text_of(views::RecebimentoOnline{receiving.enabled, receiving.moved_to}));
}

Result<http::Response> put_online(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<Permission::processamento_configurar>(request));
    AROEIRA_TRY(const auto chosen, http::body_of<views::RecebimentoOnline>(request));
    AROEIRA_CHECK(save_online_receiving(granted, {chosen.ligado, chosen.novo_endereco}, services));
    return http::json(json::text_of(chosen));
}

Result<http::Response> get_trabalho(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<Permission::trabalhos_ver>(request));
    AROEIRA_TRY(const auto id, jobs::TrabalhoId::parse(request.capture("trabalho")));
    AROEIRA_TRY(const auto status, find_trabalho(granted, id, services));
    return http::json(json::text_of(views::of(status)));
}

Result<http::Response> post_cancel(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<Permission::trabalhos_ver>(request));
    AROEIRA_TRY(const auto id, jobs::TrabalhoId::parse(request.capture("trabalho")));
    AROEIRA_TRY(const auto status, cancel_trabalho(granted, id, services));
    return http::json(json::text_of(views::of(status)));
}

}  // namespace

std::vector<http::Route> routes(identity::Gate& gate, const Services& services) {
    const auto bound = [&gate, &services](auto handler) {
        return [&gate, &services, handler](const http::Request& request) { return handler(gate, services, request); };
    };
    const auto municipio = http::json_type<views::Municipio>("Municipio");
    const auto processamento = http::json_type<views::Processamento>("ConfiguracaoDeProcessamento");
    const auto online = http::json_type<views::RecebimentoOnline>("RecebimentoOnline");
    const auto trabalho = http::json_type<views::Trabalho>("Trabalho");
    std::vector<http::Route> all{
        {.method = http::Method::get, .path = "/api/v1/municipios", .permission = name_of(Permission::municipios_ver),
         .summary = "Os municípios ativos que o acesso alcança.", .handle = bound(get_municipios),
         .response = http::json_type<views::Municipios>("Municipios")},
        {.method = http::Method::post, .path = "/api/v1/municipios", .permission = name_of(Permission::municipios_gerenciar),
         .summary = "Ativa um município na instalação.", .handle = bound(post_municipio),
         .request = http::json_type<views::MunicipioEscolhido>("MunicipioEscolhido"), .response = municipio, .status = 201},
        {.method = http::Method::get, .path = "/api/v1/recebimento/configuracao", .permission = name_of(Permission::fichas_ver),
         .summary = "Quando os lotes recebidos são processados.", .handle = bound(get_processing), .response = processamento},
        {.method = http::Method::put, .path = "/api/v1/recebimento/configuracao",
         .permission = name_of(Permission::processamento_configurar), .summary = "Escolhe quando os lotes recebidos são processados.",
         .handle = bound(put_processing), .request = processamento, .response = processamento},
        {.method = http::Method::get, .path = "/api/v1/integracao/configuracao",
         .permission = name_of(Permission::credenciais_gerenciar), .summary = "Se sistemas de terceiros podem enviar fichas para cá.",
         .handle = bound(get_online), .response = online},
        {.method = http::Method::put, .path = "/api/v1/integracao/configuracao",
         .permission = name_of(Permission::processamento_configurar),
         .summary = "Liga ou desliga o recebimento de fichas de sistemas de terceiros.", .handle = bound(put_online),
         .request = online, .response = online},
        {.method = http::Method::get, .path = "/api/v1/trabalhos/{trabalho}", .permission = name_of(Permission::trabalhos_ver),
         .summary = "Progresso de um trabalho.", .handle = bound(get_trabalho), .response = trabalho},
        {.method = http::Method::post, .path = "/api/v1/trabalhos/{trabalho}/cancelar", .permission = name_of(Permission::trabalhos_ver),
         .summary = "Pede que um trabalho pare.", .handle = bound(post_cancel), .response = trabalho},
    };
    for (auto& route : installation_routes(gate, services)) all.push_back(std::move(route));
    return all;
}

}  // namespace aroeira::instalacoes
