// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/http/destino_routes.hpp"

#include "modules/transmission/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::transmission;
using namespace aroeira::transmission::testing;

namespace {

http::Response ask(World& world, http::Method method, std::string_view path, std::string body = "", const std::string& destino = "") {
    static_cast<void>(world.marina());
    http::Request request;
    request.captured = {{"destino", destino}};
    return test::answer_of(destino_routes(world.gate, world.services), method, path, std::move(body), std::move(request));
}

using enum http::Method;

constexpr auto kList = "/api/v1/transmissao/destinos";
constexpr auto kOne = "/api/v1/transmissao/destinos/{destino}";
constexpr auto kForm = R"({"nome":"Aracaju","endereco":"http://a.b:8080/esus","protocolo":"aroeira","usuario":"integra","senha":"segredo","autoridade":"","janela":{"inicio":"22:00","fim":"05:30"}})";

std::string id_in(const http::Response& response) { return response.body.substr(response.body.find("\"id\":\"") + 6, 36); }

}  // namespace

TEST_CASE("[S2-236] [S2-245] a destino is added, read and edited as the screens speak of it, its password never coming back") {
    for_each_world([](World& world) {
        const auto added = ask(world, post, kList, kForm);
        CHECK(added.status == 201);
        const auto id = id_in(added);
        const std::string rest = R"(,"origem":"adicionado","endereco":"http://a.b:8080/esus","protocolo":"aroeira","usuario":"integra","tem_senha":true,"autoridade":"")";
        const std::string untried = R"("conexao":{"situacao":"nao_testada","detalhe":""},"tentativas":{"agendada":false,"falhas":0,"parado":false,"causa":""}})";
        CHECK(added.body == R"({"id":")" + id + R"(","nome":"Aracaju")" + rest + R"(,"janela":{"inicio":"22:00","fim":"05:30"},"ativo":true,)" + untried);
        const auto edited = ask(world, put, kOne, R"({"nome":"Capital","endereco":"http://a.b:8080/esus","protocolo":"aroeira","usuario":"integra","senha":"","autoridade":"","janela":null})", id);
        CHECK(edited.body == R"({"id":")" + id + R"(","nome":"Capital")" + rest + R"(,"ativo":true,)" + untried);
        const auto list = ask(world, get, kList);
        CHECK(list.body.starts_with(R"({"itens":[{"id":"00000000-0000-7000-8000-000000000001","nome":"Centralizador Nacional","origem":"nacional")"));
        CHECK(list.body.find(edited.body) != std::string::npos);
        CHECK(list.body.find("segredo") == std::string::npos);
    });
}

TEST_CASE("[S2-246] [S2-247] a destino is inactivated, activated and removed by its address in the API") {
    for_each_world([](World& world) {
        const auto id = id_in(ask(world, post, kList, kForm));
        CHECK(ask(world, post, "/api/v1/transmissao/destinos/{destino}/inativar", "", id).body.find(R"("ativo":false)") != std::string::npos);
        CHECK(ask(world, post, "/api/v1/transmissao/destinos/{destino}/ativar", "", id).body.find(R"("ativo":true)") != std::string::npos);
        CHECK(ask(world, del, kOne, "", id).status == 204);
        CHECK(ask(world, del, kOne, "", id).status == 404);
        CHECK(ask(world, del, kOne, "", "00000000-0000-7000-8000-000000000001").status == 409);
        CHECK(ask(world, put, kOne, kForm, "00000000-0000-7000-8000-000000000001").status == 409);
    });
}

TEST_CASE("[S2-237] [S2-238] a form that cannot be kept is refused on its field") {
    for_each_world([](World& world) {
        const auto refused_on = [&](std::string_view from, std::string_view to, std::string_view field) {
            std::string body = kForm;
            body.replace(body.find(from), from.size(), to);
            CAPTURE(body);
            const auto response = ask(world, post, kList, body);
            CHECK(response.status == 422);
            CHECK(response.body.find("\"field\":\"" + std::string(field) + "\"") != std::string::npos);
        };
        refused_on("http://a.b:8080/esus", "http://a.b/?x=1", "endereco");
        refused_on("Aracaju", "", "nome");
        refused_on("22:00", "24:00", "inicio");
        refused_on("05:30", "5h", "fim");
        refused_on("05:30", "22:00", "fim");
        refused_on(R"("autoridade":"")", R"("autoridade":"x")", "autoridade");
        refused_on(R"("protocolo":"aroeira")", R"("protocolo":"rnds")", "protocolo");
        CHECK(ask(world, post, kList, "{}").status == 422);
    });
}

TEST_CASE("[S2-243] [S2-244] the test of the connection answers with the list and what it found") {
    for_each_world([](World& world) {
        ask(world, post, kList, kForm);
        const auto tested = ask(world, post, "/api/v1/transmissao/testar-conexao");
        CHECK(tested.status == 200);
        CHECK(tested.body.find(R"("conexao":{"situacao":"falhou","detalhe":"Ninguém respondeu neste endereço.","em":)" + std::to_string(to_ms(world.received.clock.now())) + "}") != std::string::npos);
    });
}

TEST_CASE("The installation says who it is to anybody, and nothing else") {
    for_each_world([](World& world) {
        CHECK(ask(world, get, "/api/v1/transmissao/presenca").body ==
              R"({"produto":"Aroeira","versao":")" AROEIRA_VERSION R"(","instalacao":"01900000-0000-7000-8000-0000000000aa","nome":"Instalação sem nome","tipo":"prontuario"})");
    });
}

TEST_CASE("Every route of Configuração but the presence is for who manages the transmission") {
    for_each_world([](World& world) {
        for (const auto& route : destino_routes(world.gate, world.services)) {
            CAPTURE(route.path);
            CHECK(route.permission == (route.path.ends_with("/presenca") ? "publico" : "transmissao_gerenciar"));
            CHECK(route.summary.ends_with('.'));
            CHECK(route.csrf);
        }
    });
}
