// SPDX-License-Identifier: Apache-2.0
#include "modules/instalacoes/http/installation_routes.hpp"

#include "modules/instalacoes/api/clock_time.hpp"
#include "modules/instalacoes/http/views.hpp"
#include "modules/instalacoes/operations/installation_card.hpp"
#include "modules/instalacoes/operations/transmission_hours.hpp"
#include "platform/http/json_body.hpp"

namespace aroeira::instalacoes {
namespace {

using identity::Gate;
using identity::Permission;

Result<http::Response> get_card(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<Permission::transmissao_gerenciar>(request));
    AROEIRA_TRY(const auto card, read_card(granted, services));
    AROEIRA_TRY(const bool internet, read_internet(granted, services));
    return http::json(json::text_of(views::of(card, internet)));
}

Result<http::Response> put_card(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<Permission::transmissao_gerenciar>(request));
    AROEIRA_TRY(const auto said, http::body_of<views::IdentidadeDaInstalacao>(request));
    AROEIRA_TRY(const auto card, save_card(granted, {said.nome, tipo_instalacao_of(said.tipo).value(), said.uf}, services));
    AROEIRA_TRY(const bool internet, read_internet(granted, services));
    return http::json(json::text_of(views::of(card, internet)));
}

Result<http::Response> get_hours(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<Permission::transmissao_gerenciar>(request));
    AROEIRA_TRY(const int start, read_transmission_start(granted, services));
    return http::json(json::text_of(views::ConfiguracaoDeTransmissao{clock_text(start)}));
}

Result<http::Response> put_hours(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<Permission::transmissao_gerenciar>(request));
    AROEIRA_TRY(const auto chosen, http::body_of<views::ConfiguracaoDeTransmissao>(request));
    AROEIRA_TRY(const int start, views::start_of(chosen));
    AROEIRA_CHECK(save_transmission_start(granted, start, services));
    return http::json(json::text_of(views::ConfiguracaoDeTransmissao{clock_text(start)}));
}

}  // namespace

std::vector<http::Route> installation_routes(identity::Gate& gate, const Services& services) {
    constexpr auto kPermission = identity::name_of(Permission::transmissao_gerenciar);
    const auto bound = [&gate, &services](auto handler) {
        return [&gate, &services, handler](const http::Request& request) { return handler(gate, services, request); };
    };
    const auto card = http::json_type<views::Instalacao>("Instalacao");
    const auto hours = http::json_type<views::ConfiguracaoDeTransmissao>("ConfiguracaoDeTransmissao");
    return {
        {.method = http::Method::get, .path = "/api/v1/instalacao", .permission = kPermission,
         .summary = "Quem esta instalação diz que é, para as outras.", .handle = bound(get_card), .response = card},
        {.method = http::Method::put, .path = "/api/v1/instalacao", .permission = kPermission,
         .summary = "Muda o nome, o tipo e a UF com que esta instalação se apresenta.", .handle = bound(put_card),
         .request = http::json_type<views::IdentidadeDaInstalacao>("IdentidadeDaInstalacao"), .response = card},
        {.method = http::Method::get, .path = "/api/v1/transmissao/configuracao", .permission = kPermission,
         .summary = "O horário de geração de lotes e processamento de fichas.", .handle = bound(get_hours), .response = hours},
        {.method = http::Method::put, .path = "/api/v1/transmissao/configuracao", .permission = kPermission,
         .summary = "Escolhe o horário de geração de lotes e processamento de fichas.", .handle = bound(put_hours), .request = hours,
         .response = hours},
    };
}

}  // namespace aroeira::instalacoes
