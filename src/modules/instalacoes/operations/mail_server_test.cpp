// SPDX-License-Identifier: Apache-2.0
// «Servidores»: the name and link of the installation, and e-mail that is enabled only when a server lets us in.
#include "modules/instalacoes/operations/mail_server.hpp"

#include <doctest/doctest.h>

#include "modules/instalacoes/operations/server.hpp"
#include "modules/instalacoes/tests/outside.hpp"
#include "tests/support/smtp_server.hpp"

using namespace aroeira;
using namespace aroeira::instalacoes;
using namespace aroeira::instalacoes::testing;

namespace {

void name_it(World& world) {
    SystemIdSource ids;
    test::must(prepare_installation(world.services, ids));
    test::must(save_server(marina(world), "PEC de Aracaju", "pec.aracaju.exemplo:8080", 0, world.services));
}

MailForm form(std::int64_t versao = 0) {
    return {.host = "smtp.exemplo", .port = 587, .login = "pec@exemplo.br", .senha = "segredo-do-correio", .versao = versao};
}

std::string enable(World& world, OutsideWorld& out, const MailForm& said) {
    const auto asked = ask_to_enable_mail(marina(world), said, world.services, out.outside);
    return asked ? out.run() : code_of_failure(asked);
}

bool enabled(World& world) {
    return test::must(world.services.unit.read([](Ports& ports) { return mail_enabled(ports.settings); }));
}

}  // namespace

TEST_CASE("[S2-062] [S2-063] [S2-064] the installation has a name and a link, port 80 when nobody says another, and both are refused by field") {
    for_each_world([](World& world) {
        SystemIdSource ids;
        test::must(prepare_installation(world.services, ids));
        CHECK(test::must(read_server(marina(world), world.services)).link.empty());
        auto saved = test::must(save_server(marina(world), "  PEC de Aracaju ", "pec.aracaju.exemplo", 0, world.services));
        CHECK(saved.nome == "PEC de Aracaju");
        CHECK(saved.link == "http://pec.aracaju.exemplo");
        CHECK(saved.port == 80);
        CHECK(test::must(read_server(marina(world), world.services)).port == 80);
        CHECK(code_of_failure(save_server(marina(world), "Outro", "a.b", 0, world.services)) == "INST-0009");
        const auto refused = save_server(marina(world), " ", "205.289.0.1", 1, world.services);
        CHECK(code_of_failure(refused) == "INST-0015");
        CHECK(refused.error().fields.size() == 2);
        CHECK(test::must(read_server(marina(world), world.services)).nome == "PEC de Aracaju");
        CHECK(world.events.size() == 1);
    });
}

TEST_CASE("[S2-065] [S2-066] [S2-067] [S2-068] [S2-069] [S2-070] e-mail is enabled when the connection is «Bem sucedida», with what was said") {
    for_each_world([](World& world) {
        OutsideWorld out(world);
        name_it(world);
        CHECK_FALSE(enabled(world));
        CHECK(enable(world, out, form()).starts_with(R"({"situacao":"bem_sucedida","mensagem":"Conexão bem sucedida)"));
        CHECK(enabled(world));
        REQUIRE(out.mail.entered.size() == 1);
        CHECK(out.mail.entered[0].host == "smtp.exemplo");
        CHECK(out.mail.entered[0].login == "pec@exemplo.br");
        CHECK(out.mail.entered[0].password == "segredo-do-correio");
        const auto box = test::must(world.services.unit.read([](Ports& ports) { return mailbox(ports.settings, vault()); }));
        REQUIRE(box);
        CHECK(box->way.from == "pec@exemplo.br");
        CHECK(box->nome == "PEC de Aracaju");
        CHECK(box->link == "http://pec.aracaju.exemplo:8080");
        // Another sender; the password that is kept is used, for the same server and login only.
        auto other = form(1);
        other.senha.clear();
        other.login_is_from = false;
        other.from = "nao-responda@exemplo.br";
        CHECK(enable(world, out, other).starts_with(R"({"situacao":"bem_sucedida")"));
        CHECK(out.mail.entered.back().password == "segredo-do-correio");
        CHECK(test::must(read_mail(marina(world), world.services)).mail.from == "nao-responda@exemplo.br");
    });
}

TEST_CASE("[S2-068] the password is sealed where it is kept, and no answer, event or job holds it") {
    for_each_world([](World& world) {
        OutsideWorld out(world);
        name_it(world);
        enable(world, out, form());
        for (const auto* kept : {"SELECT valor FROM configuracao WHERE chave = 'email.senha'", "SELECT argumento FROM trabalho", "SELECT resultado FROM trabalho", "SELECT mensagem FROM trabalho"}) {
            CAPTURE(kept);
            CHECK(world.text(kept).find("segredo") == std::string::npos);
        }
        CHECK_FALSE(world.text("SELECT valor FROM configuracao WHERE chave = 'email.senha'").empty());
        for (const auto& event : world.events) CHECK(event.details.find("segredo") == std::string::npos);
        // What is kept for one server is not handed over to another one, or as somebody else.
        auto elsewhere = form(1);
        elsewhere.senha.clear();
        elsewhere.host = "outro.exemplo";
        CHECK(enable(world, out, elsewhere) == "INST-0016");
        elsewhere = form(1);
        elsewhere.senha.clear();
        elsewhere.login = "outra@exemplo.br";
        CHECK(enable(world, out, elsewhere) == "INST-0016");
    });
}

TEST_CASE("[S2-070] a server that does not let us in enables nothing and says why; what was said stays to be corrected") {
    for_each_world([](World& world) {
        OutsideWorld out(world);
        name_it(world);
        out.mail.answer = Error{ErrorKind::unavailable, "MAIL-0004", "O servidor de e-mail recusou o login ou a senha. Confira os dois."};
        CHECK(enable(world, out, form()) == R"({"situacao":"falhou","mensagem":"O servidor de e-mail recusou o login ou a senha. Confira os dois."})");
        CHECK_FALSE(enabled(world));
        const auto seen = test::must(read_mail(marina(world), world.services));
        CHECK(seen.mail.host == "smtp.exemplo");
        CHECK(seen.mail.has_senha);
        // Saved again by another while the test was under way: the old test enables nothing.
        out.mail.answer = {};
        out.mail.on_check = [&] { test::must(disable_mail(marina(world), 2, world.services)); };
        CHECK(enable(world, out, form(1)).find("Outra pessoa gravou o servidor SMTP") != std::string::npos);
        CHECK_FALSE(enabled(world));
    });
}

TEST_CASE("[S2-071] e-mail is disabled at any time, and by a connection to the internet that is") {
    for_each_world([](World& world) {
        OutsideWorld out(world);
        name_it(world);
        enable(world, out, form());
        CHECK(enabled(world));
        test::must(switch_connection(marina(world), false, 0, world.services));
        CHECK_FALSE(enabled(world));
        CHECK(code_of_failure(ask_to_enable_mail(marina(world), form(1), world.services, out.outside)) == "INST-0012");
        test::must(switch_connection(marina(world), true, 1, world.services));
        CHECK(enabled(world));
        CHECK(code_of_failure(disable_mail(marina(world), 0, world.services)) == "INST-0009");
        CHECK_FALSE(test::must(disable_mail(marina(world), 1, world.services)).mail.enabled);
        CHECK_FALSE(enabled(world));
        CHECK(test::must(read_mail(marina(world), world.services)).mail.has_senha);
    });
}

TEST_CASE("what no server, login or sender can be is refused by field, and nobody is asked") {
    for_each_world([](World& world) {
        OutsideWorld out(world);
        CHECK(enable(world, out, form()) == "INST-0017");
        name_it(world);
        const auto refused = [&](auto spoil, std::string_view field) {
            auto said = form();
            spoil(said);
            const auto asked = ask_to_enable_mail(marina(world), said, world.services, out.outside);
            CHECK(code_of_failure(asked) == "INST-0016");
            REQUIRE(asked.error().fields.size() == 1);
            CHECK(asked.error().fields[0].field == field);
        };
        for (const auto* host : {"", "smtp exemplo", "smtp://a.b", "a.b:25", "a.b/c", "a.b\r\nX", "-a", "<a>"}) refused([&](MailForm& f) { f.host = host; }, "servidor");
        for (const int port : {0, -1, 65536}) refused([&](MailForm& f) { f.port = port; }, "porta");
        for (const auto* login : {"", "maria", "a@b\r\nc"}) refused([&](MailForm& f) { f.login = login; }, "login");
        for (const auto* from : {"", "x", "a@b, c@d"}) refused([&](MailForm& f) { f.login_is_from = false; f.from = from; }, "remetente");
        for (const std::string& senha : {std::string(), std::string("a\nb"), std::string(201, 'x')}) refused([&](MailForm& f) { f.senha = senha; }, "senha");
        refused([](MailForm& f) { f.ca_pem = "-----BEGIN PRIVATE KEY-----\nAA\n-----END PRIVATE KEY-----\n"; }, "autoridade");
        CHECK(out.mail.entered.empty());
        CHECK(code_of_failure(ask_to_enable_mail(marina(world), form(5), world.services, out.outside)) == "INST-0009");
    });
}

TEST_CASE("[S2-065] [S2-070] a real SMTP server lets us in with its password, and keeps us out with another") {
    const test::SmtpServer there;
    for_each_world([&](World& world) {
        OutsideWorld out(world);
        const auto real = mail::make_sender(world.clock);
        const Outside outside{out.ids, out.transport, *real, vault(), "", [] {}, [] { return Load{}; }};
        name_it(world);
        auto said = form();
        said.host = "localhost";
        said.port = there.port;
        said.login = test::kMailLogin;
        said.senha = "outra";
        said.ca_pem = there.certificate();
        const auto attempt = [&] {
            test::must(ask_to_enable_mail(marina(world), said, world.services, outside));
            ++said.versao;
            return out.run(outside);
        };
        CHECK(attempt() == R"({"situacao":"falhou","mensagem":"O servidor de e-mail recusou o login ou a senha. Confira os dois."})");
        CHECK_FALSE(enabled(world));
        said.senha = test::kMailSenha;
        CHECK(attempt().starts_with(R"({"situacao":"bem_sucedida")"));
        CHECK(enabled(world));
    });
}
