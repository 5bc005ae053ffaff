// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/http/base_routes.hpp"

#include <stdexcept>

#include "modules/transmission/http/base_views.hpp"
#include "modules/transmission/operations/find_sincronia.hpp"
#include "modules/transmission/operations/recover_fichas.hpp"
#include "platform/http/asked_municipio.hpp"

namespace aroeira::transmission {
namespace {

using identity::Gate;
using identity::Permission;

Result<http::Response> get_sincronia(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<Permission::transmissao_gerenciar>(request));
    AROEIRA_TRY(const auto found, find_sincronia(granted, services));
    return http::json(json::text_of(views::of(found, services.clock.now())));
}

template <class T>
Result<std::optional<T>> asked(const http::Request& request, std::string_view name) {
    const auto text = request.query_value(name).value_or("");
    if (text.empty()) return std::optional<T>();
    AROEIRA_TRY(const auto parsed, T::parse(text));
    return std::optional(parsed);
}

Result<http::Response> get_recovery(Gate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<Permission::transmissao_gerenciar>(request));
    AROEIRA_TRY(const auto municipio, asked<Ibge>(request, "municipio"));
    AROEIRA_TRY(const auto cnes, asked<Cnes>(request, "cnes"));
    AROEIRA_TRY(auto file, recover_fichas(granted, {municipio, cnes}, services));
    auto response = http::download("application/zip", file.nome, "");
    response.stream = [next = std::move(file.next)](std::string& chunk) {
        const auto more = next(chunk);
        // The server ends the answer so that the browser sees it was cut.
        if (!more) throw std::runtime_error(std::string(more.error().code.text()));
        return *more;
    };
    return response;
}

}  // namespace

std::vector<http::Route> base_routes(identity::Gate& gate, const Services& services) {
    constexpr auto kPermission = identity::name_of(Permission::transmissao_gerenciar);
    const auto bound = [&gate, &services](auto handler) {
        return [&gate, &services, handler](const http::Request& request) { return handler(gate, services, request); };
    };
    return {
        {.method = http::Method::get, .path = "/api/v1/transmissao/sincronia", .permission = kPermission,
         .summary = "As bases que não sincronizam com esta há cerca de um mês ou mais.", .handle = bound(get_sincronia),
         .response = {"application/json", json::schema<views::Sincronias>(), "Sincronias"}},
        {.method = http::Method::get, .path = "/api/v1/transmissao/recuperacao", .permission = kPermission,
         .summary = "Devolve em um zip, para a base de onde vieram, as fichas atuais guardadas aqui.", .handle = bound(get_recovery),
         .parameters = {{"cnes", "Só deste estabelecimento; sem ele, todas as do município."},
                        http::kMunicipioParameter},
         .response = {"application/zip", "", ""}},
    };
}

}  // namespace aroeira::transmission
