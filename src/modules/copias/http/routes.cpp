// SPDX-License-Identifier: Apache-2.0
#include "modules/copias/http/views.hpp"
#include "modules/copias/module.hpp"

namespace aroeira::copias {
namespace {

using identity::Permission;

Result<http::Response> get_overview(identity::Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<Permission::instalacao_configurar>(request));
    AROEIRA_TRY(const auto overview, look_at_copias(granted, services));
    return http::json(json::text_of(views::of(overview)));
}

}  // namespace

std::vector<http::Route> routes(identity::Gate& gate, const Services& services) {
    return {{.method = http::Method::get, .path = "/api/v1/copias/situacao", .permission = identity::name_of(Permission::instalacao_configurar),
             .summary = "Se a instalação tem cópia de segurança automática, e como foi a última.",
             .handle = [&gate, &services](const http::Request& request) { return get_overview(gate, services, request); },
             .response = {"application/json", json::schema<views::SituacaoDeCopias>(), "SituacaoDeCopias"}}};
}

}  // namespace aroeira::copias
