// SPDX-License-Identifier: Apache-2.0
// «Importação de CNES» and «Histórico de Importações», as the screens ask for them.
#include "modules/estabelecimentos/http/query.hpp"
#include "modules/estabelecimentos/http/routes.hpp"
#include "modules/estabelecimentos/http/views.hpp"
#include "platform/http/asked_municipio.hpp"
#include "platform/http/json_body.hpp"

namespace aroeira::estabelecimentos {
namespace {

using identity::Permission;
constexpr int kListed = 100;

Result<Upload> upload_of(const std::vector<http::Part>& parts) {
    Upload upload;
    bool has_file = false;
    for (const auto& part : parts) {
        if (part.name == "arquivo") {
            upload.file_name = part.file_name;
            upload.bytes = part.content;
            has_file = true;
        } else if (part.name == "municipio") {
            AROEIRA_TRY(upload.municipio, http::asked_municipio(part.content));
        } else if (part.name == "simular") {
            upload.simular = part.content == "true";
        }
    }
    if (!has_file)
        return Error{ErrorKind::invalid_input, "CNES-0014", "Escolha o arquivo a importar.",
                     {{"CNES-0014", "arquivo", "Nenhum arquivo foi enviado.", "Clique em «Clique para importar ou arraste os arquivos»."}}};
    return upload;
}

Result<http::Response> post_importacao(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<Permission::cnes_importar>(request));
    AROEIRA_TRY(const auto parts, request.form());
    AROEIRA_TRY(const auto upload, upload_of(parts));
    AROEIRA_TRY(const auto accepted, request_import(granted, upload, needs.services));
    return http::json(json::text_of(views::ImportacaoAceita{std::string(accepted.importacao.text()), accepted.trabalho}), 202);
}

Result<std::string> name_of_municipio(Ports& ports, const Ibge& municipio) {
    AROEIRA_TRY(const auto found, ports.municipios.find(municipio));
    return found ? found->nome : std::string(municipio.text());
}

/// The one município to look into, or none for who may see them all and did not choose.
Result<std::optional<Ibge>> reached(const identity::Granted<Permission::cnes_ver>& granted, const http::Request& request) {
    AROEIRA_TRY(const auto asked, http::asked_municipio(request));
    if (!asked && !granted.actor().municipio) return std::optional<Ibge>();
    AROEIRA_TRY(const auto one, granted.municipio(asked));
    return std::optional(one);
}

Result<http::Response> get_importacoes(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<Permission::cnes_ver>(request));
    AROEIRA_TRY(const auto municipio, reached(granted, request));
    views::Importacoes view;
    AROEIRA_CHECK(needs.services.unit.read([&](Ports& ports) -> Result<void> {
        AROEIRA_TRY(const auto list, ports.importacoes.list(municipio, kListed));
        for (const auto& one : list) {
            AROEIRA_TRY(auto name, name_of_municipio(ports, one.municipio));
            view.itens.push_back(views::of(one, std::move(name)));
        }
        return {};
    }));
    return http::json(json::text_of(view));
}

Result<http::Response> get_importacao(const HttpNeeds& needs, const http::Request& request) {
    AROEIRA_TRY(const auto granted, needs.gate.grant<Permission::cnes_ver>(request));
    AROEIRA_TRY(const auto municipio, reached(granted, request));
    AROEIRA_TRY(const auto id, ImportacaoId::parse(request.capture("importacao")));
    AROEIRA_TRY(const auto view, needs.services.unit.read([&](Ports& ports) -> Result<views::ImportacaoCompleta> {
        AROEIRA_TRY(const auto one, ports.importacoes.find(municipio, id));
        AROEIRA_TRY(auto name, name_of_municipio(ports, one.municipio));
        return views::whole_of(one, std::move(name));
    }));
    return http::json(json::text_of(view));
}

}  // namespace

std::vector<http::Route> import_routes(const HttpNeeds& needs) {
    constexpr auto kSee = identity::name_of(Permission::cnes_ver);
    return {
        {.method = http::Method::post, .path = "/api/v1/cnes/importacoes", .permission = identity::name_of(Permission::cnes_importar),
         .summary = "Importa ou simula um arquivo do CNES.", .handle = bound(needs, post_importacao),
         .request = {"multipart/form-data", "", ""}, .response = http::json_type<views::ImportacaoAceita>("ImportacaoAceita"), .status = 202,
         .body_bytes_max = needs.upload_bytes_max},
        {.method = http::Method::get, .path = "/api/v1/cnes/importacoes", .permission = kSee,
         .summary = "Histórico de importações.", .handle = bound(needs, get_importacoes), .parameters = {http::kMunicipioParameter},
         .response = http::json_type<views::Importacoes>("Importacoes")},
        {.method = http::Method::get, .path = "/api/v1/cnes/importacoes/{importacao}", .permission = kSee,
         .summary = "Relatório de uma importação.", .handle = bound(needs, get_importacao), .parameters = {http::kMunicipioParameter},
         .response = http::json_type<views::ImportacaoCompleta>("Importacao")},
    };
}

}  // namespace aroeira::estabelecimentos
