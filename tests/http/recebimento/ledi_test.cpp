// SPDX-License-Identifier: Apache-2.0
// The LEDI API as a third-party system knows it from a PEC.
#include "modules/fichas/api/ficha.hpp"
#include "tests/http/recebimento/site.hpp"

using namespace aroeira;
using namespace aroeira::testing;
using fichas::testing::aracaju;
using fichas::testing::kNoSuchTurno;
using fichas::testing::ThriftText;
using fichas::testing::Visita;
using fichas::testing::zip_of;

namespace {

/// A system that has entered.
struct Sender {
    explicit Sender(Site& site) : credencial(site.add_credencial(aracaju())), caller(site) {
        REQUIRE(caller.enter(credencial).status == 200);
    }
    identity::CredencialCriada credencial;
    Caller caller;
};

std::int64_t kept(Site& site) { return site.number("SELECT COUNT(*) FROM ficha"); }

/// Text, the words of the contract, and nothing kept.
void check_unreadable(Site& site, const Answer& answer) {
    CHECK(answer.status == 400);
    CHECK(answer.headers.at("content-type").starts_with("text/plain"));
    CHECK(answer.says("Não foi possível deserializar o arquivo"));
    CHECK(kept(site) == 0);
    CHECK(site.number("SELECT COUNT(*) FROM lote_recebido") == 0);
}

std::string as_xml(const Visita& visit) {
    fichas::Arena arena;
    const auto bytes = visit.bytes();
    const auto reading = fichas::read_file("", bytes, arena);
    REQUIRE(reading);
    fichas::Buffer out;
    fichas::write_xml(reading.ficha, out);
    return std::string(out.view());
}

}  // namespace

TEST_CASE("A system enters with usuario and senha, as either kind of form, and is given a JSESSIONID no script reads") {
    for_each_site([](Site& site) {
        const auto credencial = site.add_credencial(aracaju());
        Caller caller(site);
        const auto entered = caller.enter(credencial);
        CHECK(entered.status == 200);
        CHECK(entered.headers.at("set-cookie").starts_with("JSESSIONID="));
        CHECK(entered.headers.at("set-cookie").find("HttpOnly") != std::string::npos);
        const auto urlencoded = Caller(site).post("/api/recebimento/login", "usuario=" + credencial.credencial.usuario + "&senha=" + credencial.segredo,
                                                  "application/x-www-form-urlencoded");
        CHECK(urlencoded.status == 200);
        CHECK(caller.send_ficha(Visita{}).status == 200);
    });
}

TEST_CASE("Bad input: a wrong user or password, or an inactive credencial, gets 400 with its cause, no cookie and an audit row") {
    for_each_site([](Site& site) {
        const auto credencial = site.add_credencial(aracaju());
        Caller caller(site);
        const auto wrong = caller.enter_as(credencial.credencial.usuario, "errada");
        CHECK(wrong.status == 400);
        CHECK(wrong.body == "Usuário ou senha inválidos.");
        CHECK_FALSE(wrong.headers.contains("set-cookie"));
        CHECK(caller.enter_as("ninguem", credencial.segredo).body == wrong.body);
        CHECK(caller.post("/api/recebimento/login", R"({"usuario":"a","senha":"b"})").status == 400);
        CHECK(site.events(audit::Event::login_falha) == 2);
        site.inactivate(credencial);
        const auto inactive = caller.enter(credencial);
        CHECK(inactive.status == 400);
        CHECK(inactive.says("A credencial está inativa."));
        CHECK(site.events(audit::Event::login_falha) == 3);
    });
}

TEST_CASE("An installation whose service is off, or that moved, tells a system so with 400, and the new address") {
    for_each_site([](Site& site) {
        const auto credencial = site.add_credencial(aracaju());
        site.set_online_receiving({.enabled = false});
        const auto off = Caller(site).enter(credencial);
        CHECK(off.status == 400);
        CHECK(off.says("não está disponível"));
        site.set_online_receiving({.enabled = true, .moved_to = "https://novo.exemplo:8443/"});
        const auto moved = Caller(site).enter(credencial);
        CHECK(moved.status == 400);
        CHECK(moved.says("https://novo.exemplo:8443/"));
    });
}

TEST_CASE("A valid ficha gets 200 when it is kept; again, 200 and nothing changes; with other bytes, a new version") {
    for_each_site([](Site& site) {
        Sender sender(site);
        Visita visit;
        const auto first = sender.caller.send_ficha(visit);
        CHECK(first.status == 200);
        CHECK(first.body == "Ficha recebida com sucesso.");
        CHECK(sender.caller.send_ficha(visit).body == "Ficha já recebida anteriormente.");
        CHECK(kept(site) == 1);
        visit.turno = 2;
        CHECK(sender.caller.send_ficha(visit).status == 200);
        CHECK(site.number("SELECT versao FROM ficha WHERE atual = 1") == 2);
        CHECK(kept(site) == 2);
    });
}

TEST_CASE("A valid ficha in XML is received as one in Thrift is") {
    for_each_site([](Site& site) {
        Sender sender(site);
        const Visita visit;
        const auto answer = sender.caller.send_ficha(visit.uuid() + ".esus.xml", as_xml(visit));
        CHECK_MESSAGE(answer.status == 200, answer.body);
        CHECK(site.number("SELECT COUNT(*) FROM ficha WHERE formato = 'xml' AND situacao = 'valida'") == 1);
    });
}

TEST_CASE("A ficha that breaks a rule gets 400 «Erro de validação» with field, cause and correction, and is kept as inconsistent") {
    for_each_site([](Site& site) {
        Sender sender(site);
        const auto answer = sender.caller.send_ficha(Visita{.turno = kNoSuchTurno});
        CHECK(answer.status == 400);
        CHECK(answer.headers.at("content-type").starts_with("text/plain"));
        CHECK(answer.body.starts_with("Erro de validação\nvisitasDomiciliares[0].turno: "));
        CHECK_FALSE(answer.says("700000000000005"));
        CHECK(site.number("SELECT COUNT(*) FROM ficha WHERE situacao = 'invalida'") == 1);
    });
}

TEST_CASE("Bad input: a ficha whose file name has another uuid than it has inside gets 400 «Erro de validação»") {
    for_each_site([](Site& site) {
        Sender sender(site);
        const auto answer = sender.caller.send_ficha(Visita{.number = 2}.file_name(), Visita{.number = 1}.bytes());
        CHECK(answer.status == 400);
        CHECK(answer.body.starts_with("Erro de validação\nuuidDadoSerializado: "));
        CHECK(answer.says("[RECEB-NOME]"));
    });
}

TEST_CASE("Bad input: a zip sent to the one-ficha API gets 400 and is told to send one ficha per request") {
    for_each_site([](Site& site) {
        Sender sender(site);
        const auto answer = sender.caller.send_ficha("lote.zip", zip_of({Visita{}}));
        check_unreadable(site, answer);
        CHECK(answer.says("(.zip)"));
        CHECK(answer.says("uma ficha por requisição"));
    });
}

TEST_CASE("Bad input: Thrift with a negative or 2 GB length, a wrong type, a cut, trailing bytes or depth gets 400") {
    for_each_site([](Site& site) {
        Sender sender(site);
        const auto whole = Visita{}.bytes();
        auto negative = whole;
        negative.replace(3, 4, "\xff\xff\xff\xff", 4);
        auto huge = whole;
        huge.replace(3, 4, "\x7f\xff\xff\xff", 4);
        auto wrong_type = whole;
        wrong_type[0] = '\x0a';
        std::string deep;
        for (int i = 0; i < 10'000; ++i) deep += std::string("\x0c\x00\x63", 3);
        for (const auto& bytes : {negative, huge, wrong_type, deep, whole.substr(0, whole.size() - 20), whole + "x", std::string("texto"), std::string()})
            check_unreadable(site, sender.caller.send_ficha("ficha.esus", bytes));
    });
}

TEST_CASE("Bad input: Thrift without what is required gets 400 «Erro de validação», one line per missing field") {
    for_each_site([](Site& site) {
        Sender sender(site);
        const auto answer = sender.caller.send_ficha("ficha.esus", ThriftText().text(1, Visita{}.uuid()).ended());
        CHECK(answer.status == 400);
        CHECK(answer.body.starts_with("Erro de validação\n"));
        for (const auto* field : {"\ntipoDadoSerializado: ", "\ncodIbge: ", "\nversao: "}) CHECK_MESSAGE(answer.says(field), answer.body);
    });
}

TEST_CASE("Bad input: a ficha in XML with a DOCTYPE, an entity, invalid UTF-8 or 10000 levels gets 400") {
    for_each_site([](Site& site) {
        Sender sender(site);
        std::string levels;
        for (int i = 0; i < 10'000; ++i) levels += "<a>";
        for (const auto& xml : {std::string(R"(<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>)"), std::string(R"(<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>)"),
                                std::string("<a>\xff\xfe</a>"), levels})
            check_unreadable(site, sender.caller.send_ficha("ficha.esus.xml", xml));
    });
}

TEST_CASE("A body that is no form, has no part «ficha» or has two gets 400 that says what is expected") {
    for_each_site([](Site& site) {
        Sender sender(site);
        const std::string path = "/api/v1/recebimento/ficha";
        CHECK(sender.caller.post(path, "x", "application/octet-stream").says("multipart/form-data"));
        CHECK(sender.caller.send(path, "arquivo", "a.esus", Visita{}.bytes()).says("Falta a parte \"ficha\""));
        const auto two = sender.caller.post(path, form({{"ficha", "a", Visita{.number = 1}.bytes()}, {"ficha", "b", Visita{.number = 2}.bytes()}}), kFormType);
        CHECK(two.status == 400);
        CHECK(two.says("uma ficha por requisição"));
        CHECK(kept(site) == 0);
    });
}

TEST_CASE("Bad input: a ficha whose CNES is unknown here gets 400 and is kept as inconsistent, to be accepted after the CNES import") {
    for_each_site([](Site& site) {
        site.catalogo = std::make_shared<fichas::testing::FewUnidades>(std::set<std::string, std::less<>>{});
        Sender sender(site);
        const auto answer = sender.caller.send_ficha(Visita{});
        CHECK(answer.status == 400);
        CHECK(answer.says("CNES"));
        CHECK(site.number("SELECT COUNT(*) FROM ficha WHERE situacao = 'invalida' AND depende_catalogo = 1") == 1);
    });
}

TEST_CASE("Bad input: without a session, with one nobody has or one that expired, a ficha gets 401, an audit row and is not kept") {
    for_each_site([](Site& site) {
        Caller stranger(site);
        CHECK(stranger.send_ficha(Visita{}).status == 401);
        stranger.cookie = "JSESSIONID=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
        const auto unknown = stranger.send_ficha(Visita{});
        CHECK(unknown.status == 401);
        CHECK_FALSE(unknown.says("aaaaaaaa"));
        CHECK(site.events(audit::Event::acesso_negado) == 1);
        Sender sender(site);
        site.clock.set(site.clock.now() + std::chrono::minutes(31));
        const auto expired = sender.caller.send_ficha(Visita{});
        CHECK(expired.status == 401);
        CHECK(expired.says("inatividade"));
        CHECK(site.events(audit::Event::sessao_expirada) == 1);
        CHECK(kept(site) == 0);
    });
}

TEST_CASE("Bad input: a credencial that was inactivated can send nothing more, at once") {
    for_each_site([](Site& site) {
        Sender sender(site);
        site.inactivate(sender.credencial);
        CHECK(sender.caller.send_ficha(Visita{}).status == 401);
        CHECK(kept(site) == 0);
    });
}

TEST_CASE("Bad input: who lacks the permission gets 403 and an audit row: a person may not send fichas, a system may not see them") {
    for_each_site([](Site& site) {
        site.add_person(1, identity::perfil_padrao::administrador_municipal, aracaju());
        Caller person(site);
        REQUIRE(person.enter(1).status == 200);
        CHECK(person.send_ficha(Visita{}).status == 403);
        CHECK(site.events(audit::Event::acesso_negado) == 1);
        Sender sender(site);
        for (const auto* path : {"/api/v1/recebimento/lotes", "/api/v1/recebimento/cnes?mes=202609", "/api/v1/integracao/credenciais"})
            CHECK(sender.caller.get(path).status == 403);
        CHECK(sender.caller.send_lote(zip_of({Visita{}})).status == 403);
        CHECK(site.events(audit::Event::acesso_negado) == 5);
        CHECK(kept(site) == 0);
    });
}

TEST_CASE("When the database does not answer, the sender gets the 500 of the contract without any detail, and nothing is kept") {
    for_each_site([](Site& site) {
        Sender sender(site);
        site.writes_left = 0;
        const auto answer = sender.caller.send_ficha(Visita{});
        CHECK(answer.status == 500);
        CHECK(answer.says("Erro inesperado"));
        CHECK_FALSE(answer.says("segredo do operador"));
        site.writes_left = 1 << 30;
        CHECK(kept(site) == 0);
        CHECK(sender.caller.send_ficha(Visita{}).status == 200);
    });
}
