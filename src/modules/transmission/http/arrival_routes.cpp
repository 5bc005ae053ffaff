// SPDX-License-Identifier: Apache-2.0
// What one installation asks of another that receives its lotes. A credencial de integração, no browser.
#include <algorithm>

#include "modules/transmission/http/arrival_views.hpp"
#include "modules/transmission/module.hpp"
#include "modules/transmission/operations/receive_parte.hpp"
#include "modules/transmission/operations/tell_vereditos.hpp"
#include "platform/http/asked_municipio.hpp"
#include "platform/http/json_body.hpp"

namespace aroeira::transmission {
namespace {

using identity::Gate;
using identity::Permission;

constexpr std::uint64_t kQuestionBytesMax = 256 << 10;  // a thousand fichas

/// 503 with when to come: for programs in Retry-After and in the problem, for people in its sentence.
http::Response come_later(const AnuncioAnswer& answer, Instant now, const http::Request& request) {
    auto response = http::problem({ErrorKind::unavailable, "TRANS-0020",
                                   "Muitas instalações estão enviando agora. O envio deste lote foi agendado para " + answer.hour + "."},
                                  request);
    const auto wait = std::chrono::ceil<std::chrono::seconds>(*answer.agendado - now);
    std::erase_if(response.headers, [](const auto& header) { return header.first == "Retry-After"; });
    response.headers.emplace_back("Retry-After", std::to_string(std::max<std::int64_t>(1, wait.count())));
    response.body.pop_back();
    response.body += ",\"agendado_para\":" + std::to_string(to_ms(*answer.agendado)) + "}";
    return response;
}

Result<http::Response> post_chegada(Gate& gate, const ArrivalServices& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<Permission::fichas_receber>(request));
    AROEIRA_TRY(const auto text, request.body->text());
    AROEIRA_TRY(const auto view, json::parse<views::AnuncioDeLote>(text));
    AROEIRA_TRY(const auto anuncio, views::anuncio_of(view));
    AROEIRA_TRY(const auto answer, receive_chegada(granted, anuncio, services));
    if (!answer.chegada) return come_later(answer, services.clock.now(), request);
    return http::json(json::text_of(views::of(*answer.chegada, services.limits)));
}

Result<http::Response> put_parte(Gate& gate, const ArrivalServices& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<Permission::fichas_receber>(request));
    AROEIRA_TRY(const auto municipio, http::asked_municipio(request));
    AROEIRA_TRY(const auto lote, fichas::LoteId::parse(request.capture("lote")));
    AROEIRA_TRY(const auto bytes, request.body->text());
    AROEIRA_TRY(const auto state, receive_parte(granted, municipio, lote, {request.capture("de"), bytes}, services));
    return http::json(json::text_of(views::of(state, services.limits)));
}

Result<http::Response> get_chegada(Gate& gate, const ArrivalServices& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<Permission::fichas_receber>(request));
    AROEIRA_TRY(const auto municipio, http::asked_municipio(request));
    AROEIRA_TRY(const auto lote, fichas::LoteId::parse(request.capture("lote")));
    AROEIRA_TRY(const auto state, find_chegada(granted, municipio, lote, services));
    return http::json(json::text_of(views::of(state, services.limits)));
}

/// The 32 bytes of a SHA-256 in hexadecimal; what is none is no ficha's.
std::string digest_of(std::string_view hex) {
    const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
    std::string bytes;
    if (hex.size() != 64 || hex.find_first_not_of("0123456789abcdef") != hex.npos) return bytes;
    for (std::size_t i = 0; i < hex.size(); i += 2) bytes += static_cast<char>(digit(hex[i]) * 16 + digit(hex[i + 1]));
    return bytes;
}

Result<http::Response> post_vereditos(Gate& gate, const ArrivalServices& services, const http::Request& request) {
    AROEIRA_TRY(const auto granted, gate.grant<Permission::fichas_receber>(request));
    AROEIRA_TRY(const auto text, request.body->text());
    AROEIRA_TRY(const auto question, json::parse<views::PerguntaDeVereditos>(text));
    AROEIRA_TRY(const auto municipio, Ibge::parse(question.municipio));
    std::vector<fichas::SentFicha> sent;
    for (const auto& one : question.fichas) sent.push_back({one.uuid, digest_of(one.sha256)});
    AROEIRA_TRY(auto verdicts, tell_vereditos(granted, municipio, sent, services));
    views::Vereditos view;
    for (std::size_t i = 0; i < verdicts.size(); ++i)
        view.itens.push_back({sent[i].uuid, std::string(name_of(verdicts[i].veredito)), std::move(verdicts[i].achados.erros),
                              std::move(verdicts[i].achados.avisos)});
    return http::json(json::text_of(view));
}

}  // namespace

std::vector<http::Route> arrival_routes(identity::Gate& gate, const ArrivalServices& services) {
    const http::Parameter municipio{"municipio", "Código IBGE; só para a credencial de mais de um município."};
    constexpr auto kPermission = identity::name_of(Permission::fichas_receber);
    const auto bound = [&gate, &services](auto handler) {
        return [&gate, &services, handler](const http::Request& request) { return handler(gate, services, request); };
    };
    return {
        {.method = http::Method::post, .path = "/api/v1/transmissao/chegadas", .permission = kPermission,
         .summary = "Anuncia um lote que outra instalação vai enviar em partes, ou diz onde ele parou.", .handle = bound(post_chegada),
         .request = http::json_type<views::AnuncioDeLote>("AnuncioDeLote"), .response = http::json_type<views::Chegada>("Chegada"), .csrf = false},
        {.method = http::Method::put, .path = "/api/v1/transmissao/chegadas/{lote}/partes/{de}", .permission = kPermission,
         .summary = "Recebe a próxima parte de um lote anunciado; a última o confirma.", .handle = bound(put_parte), .parameters = {municipio},
         .request = {"application/octet-stream", "", ""}, .response = http::json_type<views::Chegada>("Chegada"),
         .body_bytes_max = static_cast<std::uint64_t>(services.limits.part_bytes_max), .csrf = false},
        {.method = http::Method::get, .path = "/api/v1/transmissao/chegadas/{lote}", .permission = kPermission,
         .summary = "Diz até onde chegou um lote anunciado e, depois de processado, o que havia nele.", .handle = bound(get_chegada),
         .parameters = {municipio}, .response = http::json_type<views::Chegada>("Chegada"), .csrf = false},
        {.method = http::Method::post, .path = "/api/v1/transmissao/vereditos", .permission = kPermission,
         .summary = "Diz o veredito de fichas enviadas, cada uma pelo uuid e pelos seus bytes.", .handle = bound(post_vereditos),
         .request = http::json_type<views::PerguntaDeVereditos>("PerguntaDeVereditos"), .response = http::json_type<views::Vereditos>("Vereditos"),
         .body_bytes_max = kQuestionBytesMax, .csrf = false},
    };
}

}  // namespace aroeira::transmission
