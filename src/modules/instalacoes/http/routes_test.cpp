// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "modules/instalacoes/http/views.hpp"
#include "modules/instalacoes/module.hpp"
#include "modules/instalacoes/tests/outside.hpp"

using namespace aroeira;
using namespace aroeira::instalacoes;
using namespace aroeira::instalacoes::testing;

namespace {

http::Response ask_one_of(const std::vector<http::Route>& some, http::Method method, std::string_view path, std::string body) {
    return test::answer_of(some, method, path, std::move(body));
}

http::Response ask(World& world, http::Method method, std::string_view path, std::string body = "") {
    return ask_one_of(routes(world.gate, world.services), method, path, std::move(body));
}

using enum http::Method;

}  // namespace

TEST_CASE("the hours of processing are read and chosen as times of day") {
    for_each_world([](World& world) {
        CHECK(ask(world, get, "/api/v1/recebimento/configuracao").body == R"({"modo":"continuo","inicio":"00:00","fim":"06:00"})");
        CHECK(ask(world, put, "/api/v1/recebimento/configuracao", R"({"modo":"janela","inicio":"22:00","fim":"05:30"})").status == 200);
        CHECK(ask(world, get, "/api/v1/recebimento/configuracao").body == R"({"modo":"janela","inicio":"22:00","fim":"05:30"})");
        for (const auto* body : {R"({"modo":"janela","inicio":"25:00","fim":"05:30"})", R"({"modo":"janela","inicio":"22:00","fim":"x"})",
                                 R"({"modo":"nunca","inicio":"22:00","fim":"05:30"})", R"({"modo":"janela"})"}) {
            CAPTURE(body);
            CHECK(ask(world, put, "/api/v1/recebimento/configuracao", body).status == 422);
        }
        CHECK(ask(world, get, "/api/v1/recebimento/configuracao").body == R"({"modo":"janela","inicio":"22:00","fim":"05:30"})");
    });
}

TEST_CASE("[S2-249] the hour of the lotes is read and chosen as a time of day") {
    for_each_world([](World& world) {
        CHECK(ask(world, get, "/api/v1/transmissao/configuracao").body == R"({"horario":"00:00"})");
        CHECK(ask(world, put, "/api/v1/transmissao/configuracao", R"({"horario":"21:15"})").body == R"({"horario":"21:15"})");
        CHECK(ask(world, get, "/api/v1/transmissao/configuracao").body == R"({"horario":"21:15"})");
        for (const auto* body : {R"({"horario":"24:00"})", R"({"horario":""})", R"({})", R"({"horario":0})"}) {
            CAPTURE(body);
            CHECK(ask(world, put, "/api/v1/transmissao/configuracao", body).status == 422);
        }
        CHECK(ask(world, get, "/api/v1/transmissao/configuracao").body == R"({"horario":"21:15"})");
    });
}

TEST_CASE("the installation presents itself by the name and the kind it was given, and nobody gives it another id") {
    for_each_world([](World& world) {
        SystemIdSource ids;
        test::must(prepare_installation(world.services, ids));
        const auto before = ask(world, get, "/api/v1/instalacao");
        CHECK(before.body.ends_with(R"(","nome":"Instalação sem nome","tipo":"prontuario","uf":"","internet":true})"));
        const auto saved = ask(world, put, "/api/v1/instalacao", R"({"nome":"UBS Sol","tipo":"centralizador_municipal","uf":"SE"})");
        CHECK(saved.body == before.body.substr(0, 44) + R"(,"nome":"UBS Sol","tipo":"centralizador_municipal","uf":"SE","internet":true})");
        for (const auto* body : {R"({"nome":"UBS Sol","tipo":"regional","uf":"SE"})", R"({"id":"01900000-0000-7000-8000-000000000000","nome":"A","tipo":"prontuario","uf":""})",
                                 R"({"nome":"UBS Sol","tipo":"prontuario","uf":"ZZ"})"}) {
            CAPTURE(body);
            CHECK(ask(world, put, "/api/v1/instalacao", body).status == 422);
        }
        CHECK(ask(world, get, "/api/v1/instalacao").body == saved.body);
    });
}

TEST_CASE("a município is activated by its code and listed") {
    for_each_world([](World& world) {
        CHECK(ask(world, post, "/api/v1/municipios", R"({"ibge":"2800308"})").status == 201);
        CHECK(ask(world, post, "/api/v1/municipios", R"({"ibge":"2800300"})").status == 422);
        CHECK(ask(world, post, "/api/v1/municipios", R"({"ibge":"3550308"})").status == 404);
        CHECK(ask(world, get, "/api/v1/municipios").body ==
              R"({"itens":[{"ibge":"2800308","nome":"Aracaju","uf":"SE","fuso":"America/Maceio"}]})");
    });
}

TEST_CASE("a trabalho without result shows null, and every state has its word") {
    jobs::Status status{.id = jobs::TrabalhoId::parse("01900000-0000-7000-8000-000000000000").value(), .kind = "x"};
    CHECK(json::text_of(views::of(status)).find(R"("resultado":null)") != std::string::npos);
    status.result = R"({"fichas":3})";
    CHECK(json::text_of(views::of(status)).find(R"("resultado":{"fichas":3})") != std::string::npos);
    const std::pair<jobs::State, const char*> words[] = {{jobs::State::waiting, "aguardando"}, {jobs::State::running, "executando"},
                                                         {jobs::State::done, "concluido"}, {jobs::State::failed, "falhou"},
                                                         {jobs::State::cancelled, "cancelado"}};
    for (const auto& [state, word] : words) {
        status.state = state;
        CHECK(views::of(status).situacao == word);
    }
}

TEST_CASE("every route of the installation says who may use it and what it does") {
    for_each_world([](World& world) {
        OutsideWorld out(world);
        auto all = routes(world.gate, world.services);
        for (auto& route : settings_routes(world.gate, world.services, out.outside)) all.push_back(std::move(route));
        for (const auto& route : all) {
            CHECK_FALSE(route.permission.empty());
            CHECK(route.summary.ends_with('.'));
            CHECK(route.csrf);
        }
    });
}

TEST_CASE("[S2-050] [S2-077] the configurations are read and saved by their options, with the version that was read, and nothing else") {
    for_each_world([](World& world) {
        OutsideWorld out(world);
        const auto at = [&](http::Method method, std::string_view path, std::string body = "") {
            return ask_one_of(settings_routes(world.gate, world.services, out.outside), method, path, std::move(body));
        };
        const std::string kSeguranca = "/api/v1/instalacao/seguranca";
        CHECK(at(get, kSeguranca).body == R"({"redefinicao":"6","inatividade":"30","tentativas":"5","senha_inicial":"link","segundo_fator":"ninguem","versao":0})");
        const std::string saved = R"({"redefinicao":"nunca","inatividade":"240","tentativas":"10","senha_inicial":"cns_esus","segundo_fator":"administradores","versao":)";
        CHECK(at(put, kSeguranca, saved + "0}").body == saved + "1}");
        CHECK(at(put, kSeguranca, saved + "0}").status == 409);
        for (const auto* body : {R"({"redefinicao":"7","inatividade":"30","tentativas":"5","senha_inicial":"link","segundo_fator":"ninguem","versao":1})",
                                 R"({"redefinicao":"6","inatividade":"5","tentativas":"5","senha_inicial":"link","segundo_fator":"ninguem","versao":1})",
                                 R"({"redefinicao":"6","inatividade":"30","tentativas":"0","senha_inicial":"link","segundo_fator":"ninguem","versao":1})",
                                 R"({"redefinicao":"6","inatividade":"30","tentativas":"5","senha_inicial":"senha","segundo_fator":"ninguem","versao":1})",
                                 R"({"redefinicao":"6","inatividade":"30","tentativas":"5","senha_inicial":"link","segundo_fator":"ninguem","versao":1,"redefinition":9})",
                                 R"({"redefinicao":"6","inatividade":"30","tentativas":"5","senha_inicial":"link","segundo_fator":"ninguem"})",
                                 R"({"redefinicao":"6","inatividade":"30","tentativas":"5","senha_inicial":"link","segundo_fator":"alguns","versao":1})"}) {
            CAPTURE(body);
            CHECK(at(put, kSeguranca, body).status == 422);
        }
        CHECK(at(get, kSeguranca).body == saved + "1}");
        CHECK(at(post, kSeguranca + "/redefinir-senhas").status == 204);

        const std::string kConexao = "/api/v1/instalacao/conexao";
        CHECK(at(get, kConexao).body == R"({"habilitada":true,"versao":0})");
        CHECK(at(post, kConexao + "/testar").status == 202);
        out.run();
        CHECK(at(put, kConexao, R"({"habilitada":false,"versao":0})").body ==
              R"({"habilitada":false,"teste":{"em":1787000000000,"situacao":"bem_sucedida","mensagem":"Conexão bem sucedida"},"versao":1})");
        CHECK(at(post, kConexao + "/testar").status == 409);

        const std::string kRequisicoes = "/api/v1/instalacao/requisicoes";
        CHECK(at(put, kRequisicoes, R"({"maximo":40,"versao":0})").body == R"({"maximo":40,"versao":1})");
        for (const auto* most : {"0", "201", "-5", "99999999999", "4294967304", "\"8\"", "8.5"})
            CHECK(at(put, kRequisicoes, R"({"maximo":)" + std::string(most) + R"(,"versao":1})").status == 422);
        CHECK(at(get, kRequisicoes).body == R"({"maximo":40,"versao":1})");
        CHECK(at(get, kRequisicoes + "/agora").body == R"({"limite":8,"em_andamento":1,"maior":0,"aguardando":0,"recusadas":0})");
    });
}
