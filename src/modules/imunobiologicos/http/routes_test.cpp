// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "modules/imunobiologicos/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::imunobiologicos;
using namespace aroeira::imunobiologicos::testing;

namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

http::Response ask(World& world, http::Method method, std::string_view path, std::string body = "", Pairs query = {}, Pairs captured = {}) {
    world.gate.actor = {.key = "rita", .municipio = aracaju()};
    http::Request request;
    request.query = std::move(query);
    request.captured = std::move(captured);
    return test::answer_of(routes(world.gate, world.services), method, path, std::move(body), std::move(request));
}

using enum http::Method;
constexpr auto kLotes = "/api/v1/imunobiologicos/lotes";
constexpr auto kLote = "/api/v1/imunobiologicos/lotes/{lote}";

}  // namespace

TEST_CASE("[S2-334] [S2-336] the options are the vaccines and the makers of the LEDI, by name") {
    for_each_world([](World& world) {
        const auto body = ask(world, get, "/api/v1/imunobiologicos").body;
        CHECK(body.find(R"({"codigo":"24",)") != std::string::npos);
        CHECK(body.find(R"({"codigo":"10534","nome":"CRUCELL"})") != std::string::npos);
    });
}

TEST_CASE("a lote goes through its routes, and mass assignment is refused") {
    for_each_world([](World& world) {
        const std::string good = R"({"imunobiologico":"24","lote":"ABC1","fabricante":"47619","validade":"2027-03-31"})";
        const auto made = ask(world, post, kLotes, good);
        REQUIRE(made.status == 201);
        CHECK(made.body.ends_with(R"("validade":"2027-03-31","ativo":true,"vencido":false,"versao":1})"));
        for (const auto* body : {R"({"imunobiologico":"24","lote":"B","fabricante":"47619","validade":"2027-03-31","ativo":false})",
                                 R"({"imunobiologico":"24","lote":"B","fabricante":"47619","validade":"2027-03-31","municipio":"1501402"})",
                                 R"({"imunobiologico":"24x","lote":"B","fabricante":"47619","validade":"2027-03-31"})", R"({"imunobiologico":24,"lote":"B","fabricante":"47619","validade":"2027-03-31"})",
                                 R"({"imunobiologico":"24","lote":"<script>","fabricante":"47619","validade":"2027-03-31"})", "{}"}) {
            CAPTURE(body);
            CHECK(ask(world, post, kLotes, body).status == 422);
        }
        const Pairs here{{"lote", made.body.substr(7, 36)}};
        CHECK(ask(world, put, kLote, R"({"imunobiologico":"24","lote":"ABC2","fabricante":"47619","validade":"2026-09-20","versao":1})", {}, here).status == 200);
        CHECK(ask(world, put, kLote, R"({"imunobiologico":"24","lote":"ABC3","fabricante":"47619","validade":"2027-03-31","versao":1})", {}, here).status == 409);
        CHECK(ask(world, get, kLotes).body.find(R"("vencido":true)") != std::string::npos);
        CHECK(ask(world, get, "/api/v1/imunobiologicos/lotes-para-registro", "", {{"imunobiologico", "24"}}).body == R"({"itens":[],"total":0})");
        CHECK(ask(world, get, "/api/v1/imunobiologicos/lotes-para-registro", "", {{"imunobiologico", "24"}, {"data", "2026-09-20"}}).body.find("ABC2") != std::string::npos);
        CHECK(ask(world, put, "/api/v1/imunobiologicos/lotes/{lote}/situacao", R"({"ativo":false,"versao":2})", {}, here).status == 200);
        CHECK(ask(world, get, kLotes).body == R"({"itens":[],"total":0})");
        CHECK(ask(world, get, kLotes, "", {{"inativos", "sim"}}).body.find("ABC2") != std::string::npos);
        for (const auto* page : {"0", "x", "-3"}) CHECK(ask(world, get, kLotes, "", {{"pagina", page}}).status == 422);
        CHECK(ask(world, del, kLote, "", {{"versao", "2"}}, here).status == 409);
        CHECK(ask(world, del, kLote, "", {{"versao", "3"}}, here).status == 204);
        CHECK(ask(world, del, kLote, "", {{"versao", "3"}}, here).status == 404);
        for (const auto& route : routes(world.gate, world.services)) {
            CHECK(route.permission == "lotes_imunobiologicos");
            CHECK(route.summary.ends_with('.'));
            CHECK(route.csrf);
        }
    });
}
