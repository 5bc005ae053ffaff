// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/http/routes.hpp"

#include <doctest/doctest.h>

#include "modules/identity/http/views.hpp"
#include "modules/identity/module.hpp"
#include "modules/identity/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::identity;
using namespace aroeira::identity::testing;

namespace {

/// A browser of one person: keeps the cookie and the CSRF token, as the web client does.
struct Browser {
    explicit Browser(World& world) : gate(world.services), routes(identity::routes(gate, world.services)) {}

    http::Response ask(http::Method method, std::string_view path, std::string body = "", bool with_csrf = true) {
        http::Request request;
        request.method = method;
        request.path = path;
        request.remote_address = "10.0.0.1";
        request.secure = true;
        request.body = std::make_shared<test::TextBody>(std::move(body));
        if (!cookie.empty()) request.headers.emplace_back("cookie", cookie_name + "=" + cookie);
        if (with_csrf) request.headers.emplace_back("x-csrf", csrf);
        if (!form_type.empty()) request.headers.emplace_back("content-type", form_type);
        for (const auto& route : routes) {
            std::string_view pattern = route.path;
            const auto brace = pattern.find("/{");
            const bool matches = brace == pattern.npos ? pattern == path : path.starts_with(pattern.substr(0, brace + 1));
            if (route.method != method || !matches) continue;
            if (brace != pattern.npos)
                request.captured.emplace_back(std::string(pattern.substr(brace + 2, pattern.size() - brace - 3)),
                                              std::string(path.substr(brace + 1)));
            auto answered = route.handle(request);
            auto response = answered ? std::move(answered).value() : http::problem(answered.error(), request);
            keep(response);
            return response;
        }
        FAIL("no such route");
        return {};
    }
    void keep(const http::Response& response) {
        for (const auto& [name, value] : response.headers)
            if (name == "Set-Cookie") {
                set_cookie = value;
                const auto equals = value.find('=');
                cookie_name = value.substr(0, equals);
                cookie = value.substr(equals + 1, value.find(';') - equals - 1);
            }
        const auto document = json::Document::parse(response.body);
        if (document && document->root().kind() == json::Node::Kind::object)
            if (const auto found = document->root().find("csrf")) csrf = found->text();
    }

    SessionGate gate;
    std::vector<http::Route> routes;
    std::string cookie_name{kPersonCookie};
    std::string cookie;
    std::string csrf;
    std::string set_cookie;
    std::string form_type;
};

std::string login_body(int n, std::string_view password = kPassword) {
    return json::text_of(views::Login{std::string(cpf(n).text()), std::string(password)});
}

using enum http::Method;

}  // namespace

TEST_CASE("a person enters, asks for her session and leaves, with a cookie no script reads") {
    for_each_world([](World& world) {
        world.add(1);
        Browser browser(world);
        CHECK(browser.ask(get, "/api/v1/sessao").status == 401);
        const auto entered = browser.ask(post, "/api/v1/sessao", login_body(1));
        REQUIRE(entered.status == 200);
        for (const auto* part : {"aroeira_sessao=", "HttpOnly", "SameSite=Strict", "Secure", "Path=/"})
            CHECK(browser.set_cookie.find(part) != std::string::npos);
        CHECK(entered.body.find(browser.cookie) == std::string::npos);
        const auto view = test::must(json::parse<views::SessaoAberta>(browser.ask(get, "/api/v1/sessao").body));
        CHECK(view.usuario.nome == "Pessoa de Teste");
        REQUIRE(view.acessos.size() == 1);
        CHECK(view.acesso_ativo == view.acessos.front().id);
        CHECK(view.acessos.front().titulo == "Administrador municipal");
        CHECK(view.acessos.front().municipio_nome == "Aracaju");
        CHECK(view.inatividade_s == 1800);
        CHECK_FALSE(view.permissoes.empty());
        const auto token = browser.cookie;
        CHECK(browser.ask(del, "/api/v1/sessao").status == 204);
        CHECK(browser.set_cookie.find("Max-Age=0") != std::string::npos);
        browser.cookie = token;
        CHECK(browser.ask(get, "/api/v1/sessao").status == 401);
    });
}

TEST_CASE("a login that is no login says what is missing and repeats nothing that was typed") {
    for_each_world([](World& world) {
        Browser browser(world);
        for (const std::string& body : {std::string("{"), std::string("[]"), std::string(R"({"cpf":"12345678901","senha":"segredo-7"})"),
                                        std::string(R"({"cpf":1,"senha":"segredo-7"})"),
                                        std::string(R"({"cpf":"52998224725","senha":"segredo-7","perfil":"administrador_instalacao"})")}) {
            const auto response = browser.ask(post, "/api/v1/sessao", body);
            CHECK(response.status == 422);
            CHECK(response.body.find("segredo") == std::string::npos);
            CHECK(response.body.find("12345678901") == std::string::npos);
        }
        const auto wrong = browser.ask(post, "/api/v1/sessao", login_body(1, "errada-123"));
        CHECK(wrong.status == 401);
        CHECK(wrong.body.find("ACESSO-0010") != std::string::npos);
    });
}

TEST_CASE("without the CSRF token nothing of a session changes") {
    for_each_world([](World& world) {
        world.add(1);
        Browser browser(world);
        browser.ask(post, "/api/v1/sessao", login_body(1));
        const auto chosen = json::text_of(views::EscolhaDeAcesso{"01900000-0000-7000-8000-000000000000"});
        const auto change = json::text_of(views::TrocaDeSenha{kPassword, "outro-girassol-9"});
        CHECK(browser.ask(del, "/api/v1/sessao", "", false).status == 403);
        CHECK(browser.ask(put, "/api/v1/sessao/acesso", chosen, false).status == 403);
        CHECK(browser.ask(put, "/api/v1/sessao/senha", change, false).status == 403);
        CHECK(browser.ask(get, "/api/v1/sessao", "", false).status == 200);
        CHECK(browser.ask(put, "/api/v1/sessao/senha", change).status == 200);
    });
}

TEST_CASE("with a given password only the session and its change are open") {
    for_each_world([](World& world) {
        world.add(1, {{.perfil = kInstalador}}, true);
        Browser browser(world);
        const auto view = test::must(json::parse<views::SessaoAberta>(browser.ask(post, "/api/v1/sessao", login_body(1)).body));
        CHECK(view.trocar_senha);
        CHECK(view.permissoes.empty());
        CHECK(browser.ask(get, "/api/v1/integracao/credenciais").status == 403);
        CHECK(browser.ask(put, "/api/v1/sessao/senha", json::text_of(views::TrocaDeSenha{kPassword, "outro-girassol-9"})).status == 200);
        CHECK(browser.ask(get, "/api/v1/integracao/credenciais").status == 200);
    });
}

TEST_CASE("a credencial is made in the browser and enters as a third-party system does") {
    for_each_world([](World& world) {
        world.add(1, {{.perfil = kInstalador}});
        Browser browser(world);
        browser.ask(post, "/api/v1/sessao", login_body(1));
        const auto made = browser.ask(post, "/api/v1/integracao/credenciais", R"({"nome":"Sistema","municipio":"2800308"})");
        REQUIRE(made.status == 201);
        const auto view = test::must(json::parse<views::CredencialComSegredo>(made.body));
        CHECK(browser.ask(get, "/api/v1/integracao/credenciais").body.find(view.senha) == std::string::npos);

        Browser system(world);
        system.form_type = "application/x-www-form-urlencoded";
        const auto form = "usuario=" + view.usuario + "&senha=" + view.senha;
        const auto entered = system.ask(post, "/api/recebimento/login", form);
        CHECK(entered.status == 200);
        CHECK(system.cookie_name == "JSESSIONID");
        CHECK(system.ask(post, "/api/recebimento/login", "usuario=" + view.usuario + "&senha=x").status == 400);
        CHECK(system.ask(post, "/api/recebimento/login", "").status == 400);

        // Its session is no person's session, under neither cookie name.
        system.form_type.clear();
        CHECK(system.ask(get, "/api/v1/sessao").status == 401);
        system.cookie_name = kPersonCookie;
        CHECK(system.ask(get, "/api/v1/sessao").status == 401);
        CHECK(system.ask(get, "/api/v1/integracao/credenciais").status == 403);

        CHECK(browser.ask(del, "/api/v1/integracao/credenciais/" + view.credencial.id).status == 204);
        system.form_type = "application/x-www-form-urlencoded";
        const auto refused = system.ask(post, "/api/recebimento/login", form);
        CHECK(refused.status == 400);
        CHECK(refused.body.find("inativa") != std::string::npos);
    });
}

TEST_CASE("a large body is refused before it is read when its sender may not send it") {
    for_each_world([](World& world) {
        world.add(1, {{.perfil = kEnfermeiro, .municipio = ibge()}});
        Browser browser(world);
        browser.ask(post, "/api/v1/sessao", login_body(1));
        http::Request request;
        request.method = post;
        request.headers = {{"cookie", "aroeira_sessao=" + browser.cookie}, {"x-csrf", browser.csrf}};
        http::Route route{.method = post, .path = "/x", .permission = "cnes_importar", .summary = "", .handle = {}};
        CHECK(code_of_failure(browser.gate.admit(route, request)) == "ACESSO-0002");
        route.permission = "municipios_ver";
        CHECK(browser.gate.admit(route, request));
        route.permission = "autenticado";
        CHECK(browser.gate.admit(route, request));
        request.headers.clear();
        CHECK(code_of_failure(browser.gate.admit(route, request)) == "ACESSO-0001");
        route.permission = "publico";
        CHECK(browser.gate.admit(route, request));
    });
}

TEST_CASE("every route says who may use it and what it does") {
    for_each_world([](World& world) {
        const Browser browser(world);
        for (const auto& route : browser.routes) {
            CHECK_FALSE(route.permission.empty());
            CHECK(route.summary.ends_with('.'));
            CHECK(route.csrf == (route.permission != "publico"));
        }
    });
}
