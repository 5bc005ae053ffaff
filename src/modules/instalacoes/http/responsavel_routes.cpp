// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include "modules/instalacoes/http/responsavel_views.hpp"
#include "modules/instalacoes/http/settings_room.hpp"
#include "modules/instalacoes/module.hpp"
#include "platform/http/json_body.hpp"

namespace aroeira::instalacoes {
namespace {

using identity::Permission;

/// Who asks, and what may be asked.
struct Room {
    identity::Gate& gate;
    const Services& services;
    const ResponsavelUnit& unit;
    [[nodiscard]] Result<MayConfigure> grant(const http::Request& request) const { return gate.grant<Permission::instalacao_configurar>(request); }
};

/// Errors: `invalid_input` INST-0020.
Result<std::size_t> offset_of(const http::Request& request) {
    const auto text = request.query_value("pagina").value_or("1");
    std::int64_t page = 0;
    const auto done = std::from_chars(text.data(), text.data() + text.size(), page);
    if (done.ec != std::errc() || done.ptr != text.data() + text.size() || page < 1 || page > 1'000'000)
        return Error{ErrorKind::invalid_input, "INST-0020", "A página não pôde ser lida.", {{"INST-0020", "pagina", "A página não é um número.", "Informe um número a partir de 1."}}};
    return static_cast<std::size_t>(page - 1) * kFoundMax;
}

Result<http::Response> get_responsaveis(const Room& room, const http::Request& request) {
    AROEIRA_TRY(const auto granted, room.grant(request));
    AROEIRA_TRY(const auto offset, offset_of(request));
    AROEIRA_TRY(const auto page, list_responsaveis(granted, offset, room.unit));
    views::MunicipiosDaInstalacao view{.total = page.total};
    for (const auto& one : page.items) view.itens.push_back(views::of(one));
    return SettingsRoom::answer(view);
}

Result<http::Response> put_responsavel(const Room& room, const http::Request& request) {
    AROEIRA_TRY(const auto granted, room.grant(request));
    AROEIRA_TRY(const auto said, http::body_of<views::ResponsavelEscolhido>(request));
    const auto municipio = Ibge::parse(request.capture("municipio"));
    if (!municipio) return Error{ErrorKind::not_found, "INST-0003", "Nenhum município tem este código IBGE. Confira os 7 dígitos."};
    AROEIRA_TRY(const auto base, Ibge::parse(said.base));
    AROEIRA_TRY(const auto saved, save_responsavel(granted, {*municipio, base, said.profissional, said.versao}, room.services, room.unit));
    return SettingsRoom::answer(views::of(saved));
}

Result<http::Response> get_national(const Room& room, const http::Request& request) {
    AROEIRA_CHECK(room.grant(request));
    return SettingsRoom::answer(views::municipios_with(request.query_value("busca").value_or("")));
}

Result<http::Response> get_professionals(const Room& room, const http::Request& request) {
    AROEIRA_TRY(const auto granted, room.grant(request));
    AROEIRA_TRY(const auto found, find_professionals(granted, request.query_value("busca").value_or(""), room.unit));
    views::ProfissionaisDaBase view;
    for (const auto& one : found) view.itens.push_back(views::of(one));
    return SettingsRoom::answer(view);
}

}  // namespace

std::vector<http::Route> responsavel_routes(identity::Gate& gate, const Services& services, const ResponsavelUnit& unit) {
    constexpr auto kPermission = identity::name_of(Permission::instalacao_configurar);
    const Room room{gate, services, unit};
    const auto bound = [room](auto handler) { return [room, handler](const http::Request& request) { return handler(room, request); }; };
    return {
        {.method = http::Method::get, .path = "/api/v1/instalacao/responsaveis", .permission = kPermission,
         .summary = "Os municípios da instalação e quem responde por eles.", .handle = bound(get_responsaveis), .parameters = {{"pagina", "A partir de 1, de 30 em 30."}},
         .response = http::json_type<views::MunicipiosDaInstalacao>("MunicipiosDaInstalacao")},
        {.method = http::Method::put, .path = "/api/v1/instalacao/responsaveis/{municipio}", .permission = kPermission,
         .summary = "Escolhe quem responde por um município, que passa a ser da instalação.", .handle = bound(put_responsavel),
         .request = http::json_type<views::ResponsavelEscolhido>("ResponsavelEscolhido"), .response = http::json_type<views::MunicipioDaInstalacao>("MunicipioDaInstalacao")},
        {.method = http::Method::get, .path = "/api/v1/instalacao/municipios-nacionais", .permission = kPermission,
         .summary = "Procura municípios e o Distrito Federal na tabela nacional.", .handle = bound(get_national), .parameters = {{"busca", "Parte do nome, ou o começo do código."}},
         .response = http::json_type<views::MunicipiosNacionais>("MunicipiosNacionais")},
        {.method = http::Method::get, .path = "/api/v1/instalacao/profissionais", .permission = kPermission,
         .summary = "Procura profissionais na base local.", .handle = bound(get_professionals), .parameters = {{"busca", "Palavras do nome."}},
         .response = http::json_type<views::ProfissionaisDaBase>("ProfissionaisDaBase")},
    };
}

}  // namespace aroeira::instalacoes
