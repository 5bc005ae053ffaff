// SPDX-License-Identifier: Apache-2.0
// What the form of a professional offers: states, municípios, councils, and the address of a CEP.
#include "modules/estabelecimentos/http/profissional_views.hpp"
#include "modules/estabelecimentos/http/routes.hpp"
#include "modules/estabelecimentos/operations/ceps.hpp"
#include "modules/tabelas/api/cadastro.hpp"
#include "modules/tabelas/api/tabelas.hpp"
#include "platform/http/json_body.hpp"

namespace aroeira::estabelecimentos {
namespace {

using identity::Permission;

Result<http::Response> get_cep(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<Permission::profissionais_ver>(request));
    AROEIRA_TRY(const auto found, find_cep(granted, request.capture("cep"), needs.services));
    const auto city = tabelas::municipio(found.cidade);
    return http::json_of(views::EnderecoDoCep{found.cep, found.uf, found.cidade, city ? std::string(city->nome) : "", found.bairro, found.logradouro});
}

Result<http::Response> get_options(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_CHECK(needs.gate.grant<Permission::profissionais_ver>(request));
    views::OpcoesDoCadastro view;
    for (std::size_t row = 0; row < tabelas::uf_count(); ++row) {
        const auto uf = tabelas::uf_at(row);
        view.ufs.push_back({std::string(uf.sigla), std::string(uf.nome)});
    }
    for (std::size_t row = 0; row < tabelas::conselho_count(); ++row) {
        const auto council = tabelas::conselho_at(row);
        view.conselhos.push_back({std::string(council.codigo), std::string(council.nome)});
    }
    AROEIRA_TRY(const auto first, needs.services.passwords.first());
    view.senha_inicial = first == identity::SenhaInicial::cns_esus ? "cns_esus" : "link";
    return http::json_of(view);
}

Result<http::Response> get_cities(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_CHECK(needs.gate.grant<Permission::profissionais_ver>(request));
    const auto uf = request.capture("uf");
    if (!tabelas::is_uf(uf)) return Error{ErrorKind::not_found, "CEP-0004", "Nenhum estado tem esta sigla."};
    views::Cidades view;
    tabelas::each_municipio(uf, [&](std::string_view ibge, std::string_view nome) { view.itens.push_back({std::string(ibge), std::string(nome)}); });
    return http::json_of(view);
}

}  // namespace

std::vector<http::Route> address_routes(const HttpNeeds& needs) {
    constexpr auto kSee = identity::name_of(Permission::profissionais_ver);
    return {
        {.method = http::Method::get, .path = "/api/v1/enderecos/ceps/{cep}", .permission = kSee, .summary = "O endereço de um CEP.",
         .handle = bound(needs, get_cep), .response = http::json_type<views::EnderecoDoCep>("EnderecoDoCep")},
        {.method = http::Method::get, .path = "/api/v1/enderecos/opcoes", .permission = kSee, .summary = "O que o cadastro de um profissional oferece.",
         .handle = bound(needs, get_options), .response = http::json_type<views::OpcoesDoCadastro>("OpcoesDoCadastro")},
        {.method = http::Method::get, .path = "/api/v1/enderecos/cidades/{uf}", .permission = kSee, .summary = "Os municípios de um estado.",
         .handle = bound(needs, get_cities), .response = http::json_type<views::Cidades>("Cidades")},
    };
}

}  // namespace aroeira::estabelecimentos
