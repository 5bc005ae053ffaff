// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "modules/gestao/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::gestao;
using namespace aroeira::gestao::testing;

namespace {

http::Response ask(World& world, http::Method method, std::string_view path, std::string body = "", std::vector<std::pair<std::string, std::string>> query = {},
                   std::vector<std::pair<std::string, std::string>> captured = {}) {
    world.gate.actor = {.key = "joana", .municipio = aracaju()};
    http::Request request;
    request.query = std::move(query);
    request.captured = std::move(captured);
    return test::answer_of(routes(world.gate, world.services), method, path, std::move(body), std::move(request));
}

using enum http::Method;
constexpr auto kAgenda = "/api/v1/gestao/agenda-padrao";

}  // namespace

TEST_CASE("[S2-348] [S2-350] the agenda is read and saved as hours, with the version that was read, and nothing else") {
    for_each_world([](World& world) {
        CHECK(ask(world, get, kAgenda).body.starts_with(R"({"duracao":20,"periodos":[{"dia":1,"inicio":"08:00","fim":"12:00"},)"));
        CHECK(ask(world, put, kAgenda, R"({"duracao":15,"periodos":[{"dia":6,"inicio":"20:00","fim":"24:00"}],"versao":0})").body ==
              R"({"duracao":15,"periodos":[{"dia":6,"inicio":"20:00","fim":"24:00"}],"versao":1})");
        for (const auto* body : {R"({"duracao":15,"periodos":[{"dia":6,"inicio":"25:00","fim":"24:00"}],"versao":1})", R"({"duracao":15,"periodos":[{"dia":6,"inicio":"","fim":""}],"versao":1})",
                                 R"({"duracao":15,"periodos":[{"dia":99999999999,"inicio":"08:00","fim":"09:00"}],"versao":1})", R"({"duracao":99999999999,"periodos":[],"versao":1})",
                                 R"({"duracao":15,"periodos":[],"versao":1,"municipio":"1501402"})", R"({"duracao":15,"periodos":[]})"}) {
            CAPTURE(body);
            CHECK(ask(world, put, kAgenda, body).status == 422);
        }
        CHECK(ask(world, put, kAgenda, R"({"duracao":15,"periodos":[],"versao":0})").status == 409);
        CHECK(ask(world, get, kAgenda).body.ends_with(R"("versao":1})"));
    });
}

TEST_CASE("[S2-355] exams are found by words and by code, thirty at most") {
    for_each_world([](World& world) {
        const auto found = [&](std::string busca) { return ask(world, get, "/api/v1/gestao/exames", "", {{"busca", std::move(busca)}}).body; };
        CHECK(found("hemograma completo").find(R"("codigo":"0202020380")") != std::string::npos);
        CHECK(found("0202020380").find("HEMOGRAMA") != std::string::npos);
        CHECK(found("nao existe nada assim") == R"({"itens":[]})");
        const auto all = found("");
        std::size_t count = 0;
        for (auto at = all.find("codigo"); at != std::string::npos; at = all.find("codigo", at + 1)) ++count;
        CHECK(count == 30);
    });
}

TEST_CASE("groups and types of service answer by their routes, and mass assignment is refused") {
    for_each_world([](World& world) {
        const auto made = ask(world, post, "/api/v1/gestao/grupos-de-exames", R"({"nome":"Rotina","exames":["0202020380"]})");
        CHECK(made.status == 201);
        CHECK(made.body.find(R"("nome":"Rotina","exames":[{"codigo":"0202020380","nome":"HEMOGRAMA COMPLETO"}],"versao":1})") != std::string::npos);
        for (const auto* body : {R"({"nome":"A","exames":["0202020380"],"id":"01900000-0000-7000-8000-000000000000"})", R"({"nome":"A","exames":["0202020380"],"municipio":"1501402"})",
                                 R"({"nome":"A"})", R"({"nome":"A","exames":"0202020380"})"})
            CHECK(ask(world, post, "/api/v1/gestao/grupos-de-exames", body).status == 422);
        const auto id = made.body.substr(7, 36);
        CHECK(ask(world, put, "/api/v1/gestao/grupos-de-exames/{grupo}", R"({"nome":"Rotina","exames":["0202010473"],"versao":1})", {}, {{"grupo", id}}).status == 200);
        CHECK(ask(world, put, "/api/v1/gestao/grupos-de-exames/{grupo}", R"({"nome":"Rotina","exames":["0202010473"],"versao":1})", {}, {{"grupo", id}}).status == 409);
        CHECK(ask(world, get, "/api/v1/grupos-de-exames", "", {{"idade_meses", "400"}, {"sexo", "F"}}).body.find("0202010473") != std::string::npos);
        for (const auto* months : {"-1", "1572", "x"}) CHECK(ask(world, get, "/api/v1/grupos-de-exames", "", {{"idade_meses", months}}).status == 422);
        CHECK(ask(world, del, "/api/v1/gestao/grupos-de-exames/{grupo}", "", {}, {{"grupo", id}}).status == 204);
        CHECK(ask(world, del, "/api/v1/gestao/grupos-de-exames/{grupo}", "", {}, {{"grupo", id}}).status == 404);
        const auto tipo = ask(world, post, "/api/v1/gestao/tipos-de-servico", R"({"nome":"Vacinação"})");
        CHECK(tipo.status == 201);
        const auto tipo_id = tipo.body.substr(7, 36);
        CHECK(ask(world, put, "/api/v1/gestao/tipos-de-servico/{tipo}", R"({"nome":"Vacinas","versao":1})", {}, {{"tipo", tipo_id}}).body.ends_with(R"("nome":"Vacinas","versao":2})"));
        CHECK(ask(world, get, "/api/v1/gestao/tipos-de-servico").body.ends_with(R"("total":1})"));
        for (const auto* page : {"0", "-1", "x", "99999999999999999999"}) CHECK(ask(world, get, "/api/v1/gestao/tipos-de-servico", "", {{"pagina", page}}).status == 422);
        CHECK(ask(world, del, "/api/v1/gestao/tipos-de-servico/{tipo}", "", {}, {{"tipo", tipo_id}}).status == 204);
        for (const auto& route : routes(world.gate, world.services)) {
            CHECK_FALSE(route.permission.empty());
            CHECK(route.summary.ends_with('.'));
            CHECK(route.csrf);
        }
    });
}
