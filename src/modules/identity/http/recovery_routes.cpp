// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/http/recovery_routes.hpp"

#include "platform/json/json.hpp"

namespace aroeira::identity {
namespace {

constexpr std::uint64_t kBodyBytesMax = 4 << 10;

struct OpcoesDeEntrada {
    bool esqueci_minha_senha = false;
    static constexpr auto fields = std::tuple{json::field("esqueci_minha_senha", &OpcoesDeEntrada::esqueci_minha_senha, "Se um link pode ir por e-mail.")};
};

struct EsqueciMinhaSenha {
    std::string cpf{};
    static constexpr auto fields = std::tuple{json::field("cpf", &EsqueciMinhaSenha::cpf, "11 dígitos.")};
};

}  // namespace

std::vector<http::Route> recovery_routes(const Services& services, const RecoveryServices& recovery) {
    return {
        {.method = http::Method::get, .path = "/api/v1/entrada", .permission = "publico", .summary = "O que a tela de login oferece.",
         .handle = [&recovery](const http::Request&) -> Result<http::Response> {
             AROEIRA_TRY(const bool offered, offers_recovery(recovery));
             return http::json(json::text_of(OpcoesDeEntrada{offered}));
         },
         .response = {"application/json", json::schema<OpcoesDeEntrada>(), "OpcoesDeEntrada"}},
        {.method = http::Method::post, .path = "/api/v1/esqueci-minha-senha", .permission = "publico",
         .summary = "Manda um link de uso único ao e-mail de quem tem este CPF, se alguém tem.",
         .handle = [&services, &recovery](const http::Request& request) -> Result<http::Response> {
             AROEIRA_TRY(const auto text, request.body->text());
             AROEIRA_TRY(const auto asked, json::parse<EsqueciMinhaSenha>(text));
             AROEIRA_TRY(const auto cpf, Cpf::parse(asked.cpf));
             AROEIRA_CHECK(ask_for_link(cpf, request.remote_address, services, recovery));
             return http::Response{.status = 204, .content_type = ""};
         },
         .request = {"application/json", json::schema<EsqueciMinhaSenha>(), "EsqueciMinhaSenha"}, .status = 204,
         .body_bytes_max = kBodyBytesMax, .csrf = false},
    };
}

}  // namespace aroeira::identity
