// SPDX-License-Identifier: Apache-2.0
// «Integração > Credenciais de integração».
#include "modules/identity/http/routes.hpp"
#include "modules/identity/http/views.hpp"
#include "modules/identity/operations/certify_credencial.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/http/json_body.hpp"

namespace aroeira::identity {
namespace {

constexpr auto kManage = Permission::credenciais_gerenciar;

Result<http::Response> get_all(SessionGate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<kManage>(request));
    AROEIRA_TRY(const auto list, list_credenciais(granted, services));
    views::Credenciais view;
    for (const auto& one : list) view.itens.push_back(views::of(one));
    return http::json(json::text_of(view));
}

Result<http::Response> post_one(SessionGate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<kManage>(request));
    AROEIRA_TRY(const auto text, request.body->text());
    AROEIRA_TRY(const auto fresh, json::parse<views::CredencialNova>(text));
    std::optional<Ibge> municipio;
    if (fresh.municipio && !fresh.municipio->empty()) {
        AROEIRA_TRY(municipio, Ibge::parse(*fresh.municipio));
    }
    AROEIRA_TRY(const auto made, create_credencial(granted, fresh.nome, municipio, services));
    return http::json(json::text_of(views::CredencialComSegredo{views::of(made.credencial), made.credencial.usuario, made.segredo}), 201);
}

Result<http::Response> delete_one(SessionGate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<kManage>(request));
    AROEIRA_TRY(const auto id, CredencialId::parse(request.capture("credencial")));
    AROEIRA_CHECK(inactivate_credencial(granted, id, services));
    return http::Response{.status = 204, .content_type = ""};
}

Result<http::Response> put_certificado(SessionGate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<kManage>(request));
    AROEIRA_TRY(const auto id, CredencialId::parse(request.capture("credencial")));
    AROEIRA_TRY(const auto text, request.body->text());
    AROEIRA_TRY(const auto sent, json::parse<views::ArquivoDeCertificado>(text));
    // What is not even base64 is no certificate either, and is told in the same place.
    const auto file = crypto::from_base64(sent.arquivo);
    AROEIRA_TRY(const auto changed, register_certificado(granted, id, file ? *file : std::string(), services));
    return http::json(json::text_of(views::of(changed)));
}

Result<http::Response> delete_certificado(SessionGate& gate, const Services& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<kManage>(request));
    AROEIRA_TRY(const auto id, CredencialId::parse(request.capture("credencial")));
    AROEIRA_CHECK(remove_certificado(granted, id, services));
    return http::Response{.status = 204, .content_type = ""};
}

}  // namespace

std::vector<http::Route> credencial_routes(SessionGate& gate, const Services& services) {
    const auto bound = [&gate, &services](auto handler) {
        return [&gate, &services, handler](const http::Request& request) { return handler(gate, services, request); };
    };
    return {
        {.method = http::Method::get, .path = "/api/v1/integracao/credenciais", .permission = name_of(kManage),
         .summary = "Lista as credenciais de integração.", .handle = bound(get_all), .response = http::json_type<views::Credenciais>("Credenciais")},
        {.method = http::Method::post, .path = "/api/v1/integracao/credenciais", .permission = name_of(kManage),
         .summary = "Cria uma credencial de integração; a senha é mostrada só nesta resposta.", .handle = bound(post_one),
         .request = http::json_type<views::CredencialNova>("CredencialNova"), .response = http::json_type<views::CredencialComSegredo>("CredencialComSegredo"),
         .status = 201},
        {.method = http::Method::del, .path = "/api/v1/integracao/credenciais/{credencial}", .permission = name_of(kManage),
         .summary = "Inativa uma credencial e encerra as sessões dela.", .handle = bound(delete_one), .status = 204},
        {.method = http::Method::put, .path = "/api/v1/integracao/credenciais/{credencial}/certificado", .permission = name_of(kManage),
         .summary = "Registra o certificado com que o sistema de uma credencial entra por HTTPS; toma o lugar do que havia.", .handle = bound(put_certificado),
         .request = http::json_type<views::ArquivoDeCertificado>("ArquivoDeCertificado"), .response = http::json_type<views::CredencialDeIntegracao>("CredencialDeIntegracao")},
        {.method = http::Method::del, .path = "/api/v1/integracao/credenciais/{credencial}/certificado", .permission = name_of(kManage),
         .summary = "Tira o certificado de uma credencial e encerra as sessões dela.", .handle = bound(delete_certificado), .status = 204},
    };
}

}  // namespace aroeira::identity
