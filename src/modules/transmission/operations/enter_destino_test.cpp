// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/enter_destino.hpp"

#include "modules/transmission/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::transmission;
using namespace aroeira::transmission::testing;

namespace {

Destino destino() {
    Destino made{.id = test::must(DestinoId::parse("01900000-0000-7000-8000-000000000001"))};
    made.endereco = "https://a.b:8443/esus";
    made.usuario = "integra";
    made.ca_pem = "PEM";
    return made;
}

client::Answer answer(int status, std::string cookie = "") {
    client::Answer made{.status = status};
    if (!cookie.empty()) made.headers.emplace_back("set-cookie", std::move(cookie));
    return made;
}

}  // namespace

TEST_CASE("A destino is entered by its credencial, with its own authority, and what it gives is the cookie of what follows") {
    ScriptedTransport transport;
    transport.answer = [](const client::Call&) { return answer(200, "JSESSIONID=abc123; Path=/; HttpOnly"); };
    CHECK(test::must(enter_destino(destino(), "segredo", transport)) == "JSESSIONID=abc123");
    const auto asked = transport.asked();
    REQUIRE(asked.size() == 1);
    CHECK(asked[0].method == client::Method::post);
    CHECK(asked[0].url == "https://a.b:8443/esus/api/recebimento/login");
    CHECK(asked[0].ca_pem == "PEM");
    CHECK(asked[0].body.find("name=\"usuario\"\r\n\r\nintegra\r\n") != std::string::npos);
    CHECK(asked[0].body.find("name=\"senha\"\r\n\r\nsegredo\r\n") != std::string::npos);
}

TEST_CASE("A refused credencial, a server of another kind and a busy one are told apart, without what was sent") {
    ScriptedTransport transport;
    const auto code_for = [&](client::Answer given) {
        transport.answer = [given](const client::Call&) { return given; };
        const auto entered = enter_destino(destino(), "segredo", transport);
        REQUIRE_FALSE(entered);
        CHECK((entered.error().message + entered.error().detail).find("segredo") == std::string::npos);
        return std::string(entered.error().code.text()) + " " + entered.error().message.substr(0, 21);
    };
    for (const int status : {400, 401, 403}) CHECK(code_for(answer(status)).starts_with("TRANS-0016"));
    CHECK(code_for(answer(200)) == "TRANS-0017 Um servidor respondeu");
    CHECK(code_for(answer(404)).starts_with("TRANS-0017 Um servidor"));
    CHECK(code_for(answer(301, "JSESSIONID=x")).starts_with("TRANS-0017 O servidor mandou"));
    for (const int status : {429, 502, 503, 504}) CHECK(code_for(answer(status)).starts_with("TRANS-0017 O servidor está ocu"));
    CHECK(code_for(answer(500)).starts_with("TRANS-0017 O servidor falhou"));
    transport.answer = [](const client::Call&) { return Error{ErrorKind::unavailable, "CLIENT-0003", "Certificado."}; };
    CHECK(code_of_failure(enter_destino(destino(), "segredo", transport)) == "CLIENT-0003");
}

TEST_CASE("A kept password opens for its destino only") {
    for_each_world([](World& world) {
        auto one = destino();
        auto other = destino();
        other.id = world.received.ids.make<Destino>();
        const auto senha = [&](const Destino& of) { return world.read([&](Ports& ports) { return senha_of(of, ports, world.services.vault); }); };
        test::must(world.write([&](Ports& ports) -> Result<void> {
            AROEIRA_CHECK(ports.destinos.insert(one));
            AROEIRA_CHECK(ports.destinos.insert(other));
            const auto sealed = world.services.vault.seal("segredo", one.id.text());
            AROEIRA_CHECK(ports.destinos.set_senha(one.id, sealed));
            return {};
        }));
        CHECK(test::must(senha(one)) == "segredo");
        CHECK(test::must(senha(other)).empty());
        test::must(world.write([&](Ports& ports) -> Result<void> {
            AROEIRA_TRY(const auto sealed, ports.destinos.senha(one.id));
            return ports.destinos.set_senha(other.id, sealed);
        }));
        CHECK(code_of_failure(senha(other)) == "TRANS-0015");
        one.id = world.received.ids.make<Destino>();
        CHECK(code_of_failure(senha(one)) == "TRANS-0010");
    });
}
