// SPDX-License-Identifier: Apache-2.0
// «Recebimento por lote» and «Recebimento por CNES», as the browser application asks for them.
#include "tests/http/recebimento/site.hpp"

using namespace aroeira;
using namespace aroeira::testing;
using fichas::testing::aracaju;
using fichas::testing::kNoSuchTurno;
using fichas::testing::NamedFile;
using fichas::testing::other_municipio;
using fichas::testing::Visita;
using fichas::testing::zip_of;
namespace perfil_padrao = identity::perfil_padrao;

namespace {

constexpr const char* kLotes = "/api/v1/recebimento/lotes";

Caller person(Site& site, int n, std::string_view perfil, const std::optional<Ibge>& municipio) {
    site.add_person(n, perfil, municipio);
    Caller caller(site);
    REQUIRE(caller.enter(n).status == 200);
    return caller;
}
Caller administrador(Site& site) { return person(site, 1, perfil_padrao::administrador_municipal, aracaju()); }

/// The id of a lote that was received and, when it is due, processed.
std::string received(Site& site, const Caller& who, const std::string& zip, const std::string& name = "lote.zip") {
    const auto answer = who.send_lote(zip, name);
    REQUIRE_MESSAGE(answer.status == 202, answer.body);
    site.run_jobs();
    return member(answer, "lote");
}
std::string lote_path(const std::string& id, const std::string& rest = "") { return std::string(kLotes) + "/" + id + rest; }
std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++found;
    return found;
}

}  // namespace

TEST_CASE("[S2-263] [S2-268] [S2-270] A received lote is listed first, with its counts, its totals by tipo and its fichas") {
    for_each_site([](Site& site) {
        const auto who = administrador(site);
        received(site, who, zip_of({Visita{.number = 1}}), "primeiro.zip");
        site.clock.set(site.clock.now() + std::chrono::seconds(1));
        const Visita bad{.number = 3, .turno = kNoSuchTurno};
        const auto id = received(site, who, zip_of({{Visita{.number = 2}.file_name(), Visita{.number = 2}.bytes()}, {bad.file_name(), bad.bytes()}, {"ruim.esus", "?"}}), "segundo.zip");
        const auto list = who.get(kLotes);
        CHECK(list.says(R"("total":2)"));
        CHECK(list.body.find("segundo.zip") < list.body.find("primeiro.zip"));
        CHECK(list.says(R"("entradas":3,"recebidas":3,"validas":1,"invalidas":1,"ilegiveis":1,"repetidas":0)"));
        CHECK(list.says(R"("responsavel":"Pessoa 1","situacao":"processado")"));
        const auto lote = who.get(lote_path(id));
        CHECK(lote.says(R"("por_tipo":[{"tipo":8,)"));
        CHECK(lote.says(R"("validas":1,"invalidas":1}])"));
        CHECK(who.get(lote_path(id, "/fichas")).says(R"("total":2)"));
        const auto invalid = who.get(lote_path(id, "/fichas?situacao=invalida&tipo=8"));
        CHECK(invalid.says(bad.uuid()));
        CHECK(invalid.says(R"("total":1)"));
        CHECK(who.get(lote_path(id, "/fichas?situacao=ilegivel")).says(R"("uuid":"ruim.esus")"));
        const auto why = who.get("/api/v1/recebimento/fichas/" + bad.uuid());
        CHECK(why.says(R"("campo":"visitasDomiciliares[0].turno")"));
        CHECK(site.events(audit::Event::ficha_consultada) == 1);
    });
}

TEST_CASE("The unreadable files of a lote come in pages, and the answer says how many there are") {
    for_each_site([](Site& site) {
        const auto who = administrador(site);
        std::vector<NamedFile> junk;
        for (int i = 0; i < 64; ++i) junk.emplace_back("ruim-" + std::to_string(i) + ".esus", "?");
        const auto id = received(site, who, zip_of(junk));
        const auto first = who.get(lote_path(id, "/fichas?situacao=ilegivel"));
        CHECK(first.says(R"("total":64)"));
        CHECK(count(first.body, R"("uuid")") == 30);
        const auto last = who.get(lote_path(id, "/fichas?situacao=ilegivel&pagina=3"));
        CHECK(count(last.body, R"("uuid")") == 4);
        CHECK(last.says("ruim-63.esus"));
    });
}

TEST_CASE("[S2-264] The administrador municipal sees what came by file and online, of the own município only; no other perfil does") {
    for_each_site([](Site& site) {
        const auto who = administrador(site);
        const auto id = received(site, who, zip_of({Visita{.number = 1}}));
        Caller system(site);
        REQUIRE(system.enter(site.add_credencial(aracaju())).status == 200);
        REQUIRE(system.send_ficha(Visita{.number = 2}).status == 200);
        const auto both = who.get(kLotes);
        CHECK(both.says(R"("tipo":"arquivo")"));
        CHECK(both.says(R"("tipo":"online")"));
        CHECK(who.get(std::string(kLotes) + "?tipo=online").says(R"("total":1)"));
        CHECK(who.get(std::string(kLotes) + "?situacao=aguardando").says(R"("total":0)"));

        const auto elsewhere = person(site, 2, perfil_padrao::administrador_municipal, other_municipio());
        CHECK(elsewhere.get(kLotes).says(R"("total":0)"));
        CHECK(elsewhere.get(lote_path(id)).status == 404);
        CHECK(elsewhere.get(lote_path(id, "/fichas")).status == 404);
        CHECK(elsewhere.get(lote_path(id, "/inconsistencias.csv")).status == 404);
        CHECK(elsewhere.get("/api/v1/recebimento/fichas/" + Visita{.number = 1}.uuid()).status == 404);
        CHECK(elsewhere.get(std::string(kLotes) + "?municipio=2800308").status == 403);

        const auto before = site.events(audit::Event::acesso_negado);
        const auto nurse = person(site, 3, perfil_padrao::enfermeiro, aracaju());
        for (const auto& path : {std::string(kLotes), lote_path(id), lote_path(id, "/fichas"), std::string("/api/v1/recebimento/cnes?mes=202609")})
            CHECK(nurse.get(path).status == 403);
        CHECK(nurse.send_lote(zip_of({Visita{.number = 4}})).status == 403);
        CHECK(nurse.post("/api/v1/recebimento/processar").status == 403);
        CHECK(site.events(audit::Event::acesso_negado) == before + 6);
    });
}

TEST_CASE("Bad input: a forged CSRF, an expired session and no session get 403 or 401, an audit row and no detail; nothing is received") {
    for_each_site([](Site& site) {
        auto who = administrador(site);
        auto forged = who;
        forged.csrf = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
        const auto zip = zip_of({Visita{}});
        const auto refused = forged.send_lote(zip);
        CHECK(refused.status == 403);
        CHECK(member(refused, "code") == "ACESSO-0003");
        CHECK_FALSE(refused.says(who.csrf));
        forged.csrf.clear();
        CHECK(forged.post("/api/v1/recebimento/processar").status == 403);
        CHECK(site.events(audit::Event::acesso_negado) == 2);
        site.clock.set(site.clock.now() + std::chrono::hours(13));
        CHECK(who.send_lote(zip).status == 401);
        CHECK(site.events(audit::Event::sessao_expirada) == 1);
        CHECK(Caller(site).send_lote(zip).status == 401);
        CHECK(site.number("SELECT COUNT(*) FROM lote_recebido") == 0);
    });
}

TEST_CASE("Bad input: a wrong password gets 401 and an audit row, whether the CPF is known or not") {
    for_each_site([](Site& site) {
        administrador(site);
        const auto wrong = Caller(site).enter(1, "outra-senha-9");
        const auto unknown = Caller(site).enter(7, "outra-senha-9");
        CHECK(wrong.status == 401);
        CHECK(unknown.status == 401);
        CHECK(member(wrong, "title") == member(unknown, "title"));
        CHECK_FALSE(wrong.says(cpf_text(1)));
        CHECK(site.events(audit::Event::login_falha) == 2);
    });
}

TEST_CASE("Bad input: a file that is refused is answered with its cause and the next step, and leaves nothing but an audit row") {
    for_each_site([](Site& site) {
        const auto who = administrador(site);
        const auto cut = who.send_lote(zip_of({Visita{}}).substr(0, 60));
        CHECK(cut.status == 422);
        CHECK(member(cut, "code") == "ZIP-0002");
        CHECK(member(cut, "title").find("Copie ou baixe o arquivo de novo") != std::string::npos);
        CHECK(who.send_lote(zip_of({{"a.esus", std::string(20'000'000, 'x')}})).status == 413);
        CHECK(who.post(kLotes, form({{"municipio", "", "2800308"}}), kFormType).says("Escolha o arquivo a importar."));
        CHECK(site.events(audit::Event::lote_recusado) == 2);
        CHECK(site.number("SELECT COUNT(*) FROM lote_recebido") == 0);
    });
}

TEST_CASE("[S2-266] [S2-272] Lotes wait for the window; «Processar todos» and the change to continuous processing end the waiting") {
    for_each_site([](Site& site) {
        const auto who = administrador(site);
        const auto installation = person(site, 2, perfil_padrao::instalador, std::nullopt);
        const auto hours = [&](const std::string& mode) {
            return installation.put("/api/v1/recebimento/configuracao", R"({"modo":")" + mode + R"(","inicio":"00:00","fim":"06:00"})");
        };
        REQUIRE(hours("janela").status == 200);
        const auto first = received(site, who, zip_of({Visita{.number = 1}}));
        CHECK(who.get(lote_path(first)).says(R"("situacao":"aguardando")"));
        CHECK(who.post("/api/v1/recebimento/processar").body == R"({"lotes":1})");
        site.run_jobs();
        CHECK(who.get(lote_path(first)).says(R"("situacao":"processado")"));
        const auto second = received(site, who, zip_of({Visita{.number = 2}}));
        CHECK(who.get(lote_path(second)).says(R"("situacao":"aguardando")"));
        REQUIRE(hours("continuo").status == 200);
        site.run_jobs();
        CHECK(who.get(lote_path(second)).says(R"("situacao":"processado")"));
    });
}

TEST_CASE("A lote whose trabalho is cancelled says so") {
    for_each_site([](Site& site) {
        const auto who = administrador(site);
        const auto accepted = who.send_lote(zip_of({Visita{}}));
        CHECK(who.post("/api/v1/trabalhos/" + member(accepted, "trabalho") + "/cancelar").status == 200);
        site.run_jobs();
        const auto lote = who.get(lote_path(member(accepted, "lote")));
        CHECK(lote.says(R"("situacao":"falhou")"));
        CHECK(lote.says("Processamento cancelado a pedido."));
        CHECK(site.number("SELECT COUNT(*) FROM ficha") == 0);
    });
}

TEST_CASE("[S2-263] [S2-274] [S2-275] By CNES and month of receipt: what each establishment sent, and how many of each tipo") {
    for_each_site([](Site& site) {
        const auto who = administrador(site);
        received(site, who, zip_of({Visita{.number = 1}, Visita{.number = 2, .turno = kNoSuchTurno}, Visita{.number = 3, .cnes = "7654321"}}));
        const std::string path = "/api/v1/recebimento/cnes";
        const auto all = who.get(path + "?mes=202609");
        CHECK(all.says(R"({"cnes":"2269741","unidade":"UBS Siqueira","recebidas":2,"validas":1,"invalidas":1})"));
        CHECK(all.says(R"({"cnes":"7654321","recebidas":1,"validas":1,"invalidas":0})"));
        const auto one = who.get(path + "?mes=202609&cnes=7654321");
        CHECK(one.says("7654321"));
        CHECK_FALSE(one.says("2269741"));
        CHECK(who.get(path + "?mes=202608").says(R"("itens":[])"));
        const auto types = who.get(path + "/2269741?mes=202609");
        CHECK(types.says(R"("por_tipo":[{"tipo":8,"nome":")"));
        CHECK(types.says(R"("validas":1,"invalidas":1}])"));
        for (const auto* month : {"", "?mes=", "?mes=202613", "?mes=202600", "?mes=09/2026", "?mes=20260"}) {
            CAPTURE(month);
            const auto refused = who.get(path + month);
            CHECK(refused.status == 422);
            CHECK(refused.says(R"("field":"mes")"));
        }
        CHECK(who.get(path + "?mes=202609&cnes=12").status == 422);
        CHECK(who.get(path + "/12?mes=202609").status == 422);
    });
}

TEST_CASE("A page, a situação or a tipo that does not exist is refused, naming the parameter") {
    for_each_site([](Site& site) {
        const auto who = administrador(site);
        const auto id = received(site, who, zip_of({Visita{}}));
        for (const auto& path : {std::string(kLotes) + "?pagina=0", std::string(kLotes) + "?tipo=fax", std::string(kLotes) + "?situacao=boa",
                                 lote_path(id, "/fichas?situacao=boa"), lote_path(id, "/fichas?tipo=x"), lote_path(id, "/fichas?pagina=-1")}) {
            CAPTURE(path);
            const auto refused = who.get(path);
            CHECK(refused.status == 422);
            CHECK(refused.says("O parâmetro"));
        }
    });
}
