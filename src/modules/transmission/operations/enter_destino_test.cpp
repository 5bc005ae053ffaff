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
    CHECK(test::must(enter_destino(destino(), {.senha = "segredo"}, transport)) == "JSESSIONID=abc123");
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
        const auto entered = enter_destino(destino(), {.senha = "segredo"}, transport);
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
    CHECK(code_of_failure(enter_destino(destino(), {.senha = "segredo"}, transport)) == "CLIENT-0003");
}

TEST_CASE("A kept password opens for its destino only") {
    for_each_world([](World& world) {
        auto one = destino();
        auto other = destino();
        other.id = world.received.ids.make<Destino>();
        const auto segredos = [&](const Destino& of) { return world.read([&](Ports& ports) { return segredos_of(of, ports, world.services.vault); }); };
        test::must(world.write([&](Ports& ports) -> Result<void> {
            AROEIRA_CHECK(ports.destinos.insert(one));
            AROEIRA_CHECK(ports.destinos.insert(other));
            const auto sealed = world.services.vault.seal("segredo", senha_context(one.id));
            AROEIRA_CHECK(ports.destinos.set_senha(one.id, sealed));
            AROEIRA_CHECK(ports.destinos.set_certificado(one.id, "PEM", world.services.vault.seal("chave", chave_context(one.id))));
            return {};
        }));
        CHECK(test::must(segredos(one)).senha == "segredo");
        CHECK(test::must(segredos(one)).chave_pem == "chave");
        CHECK(test::must(segredos(other)).senha.empty());
        CHECK(test::must(segredos(other)).chave_pem.empty());
        test::must(world.write([&](Ports& ports) -> Result<void> {
            AROEIRA_TRY(const auto sealed, ports.destinos.senha(one.id));
            return ports.destinos.set_senha(other.id, sealed);
        }));
        CHECK(code_of_failure(segredos(other)) == "TRANS-0015");
        test::must(world.write([&](Ports& ports) -> Result<void> {
            AROEIRA_CHECK(ports.destinos.set_senha(other.id, ""));
            AROEIRA_TRY(const auto sealed, ports.destinos.chave(one.id));
            return ports.destinos.set_certificado(other.id, "PEM", sealed);
        }));
        CHECK(code_of_failure(segredos(other)) == "TRANS-0015");
        one.id = world.received.ids.make<Destino>();
        CHECK(code_of_failure(segredos(one)) == "TRANS-0010");
    });
}

TEST_CASE("A destino without usuário is entered by the certificate, which is shown in every question; with one it only opens the connection") {
    ScriptedTransport transport;
    auto to = destino();
    to.certificado_pem = "CERTIFICADO";
    const Segredos segredos{.senha = "segredo", .chave_pem = "CHAVE"};
    transport.answer = [](const client::Call& call) {
        CHECK(call.certificate_pem == "CERTIFICADO");
        CHECK(call.key_pem == "CHAVE");
        return answer(call.url.ends_with("/login") ? 200 : 204, "JSESSIONID=abc123");
    };
    CHECK(test::must(enter_destino(to, segredos, transport)) == "JSESSIONID=abc123");
    CHECK(transport.asked().back().url == "https://a.b:8443/esus/api/recebimento/login");
    to.usuario.clear();
    CHECK(test::must(enter_destino(to, segredos, transport)) == "JSESSIONID=abc123");
    CHECK(transport.asked().back().url == "https://a.b:8443/esus/api/v1/integracao/entrada");
    CHECK(transport.asked().back().body.empty());
}

TEST_CASE("Why a certificate is refused is said in our own words, whatever the other server wrote") {
    ScriptedTransport transport;
    auto to = destino();
    to.usuario.clear();
    to.certificado_pem = "CERTIFICADO";
    const auto told = [&](const std::string& body) {
        transport.answer = [body](const client::Call&) {
            auto given = answer(401);
            given.body = body;
            return given;
        };
        const auto entered = enter_destino(to, {.chave_pem = "CHAVE"}, transport);
        CHECK(code_of_failure(entered) == "TRANS-0032");
        return entered ? std::string() : entered.error().message;
    };
    const auto coded = [&](const std::string& code) { return told(R"({"code":")" + code + R"(","title":"<b>texto de fora</b>"})"); };
    CHECK(coded("ACESSO-0053").find("não pediu o certificado") != std::string::npos);
    CHECK(coded("ACESSO-0054").find("venceu") != std::string::npos);
    CHECK(coded("ACESSO-0055").find("ainda não vale") != std::string::npos);
    CHECK(coded("ACESSO-0056").find("autoridade") != std::string::npos);
    CHECK(coded("ACESSO-0057").find("não conhece o certificado") != std::string::npos);
    for (const auto& other : {coded("OUTRO-0001"), told("<html>texto de fora</html>"), told("[]"), told("")}) {
        CHECK(other.starts_with("O servidor não aceitou o certificado"));
        CHECK(other.find("de fora") == std::string::npos);
    }
}
