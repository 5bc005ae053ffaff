// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/operations/reprocess.hpp"

#include "modules/fichas/api/findings.hpp"
#include "modules/fichas/operations/receive_fichas.hpp"
#include "modules/fichas/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::fichas;
using namespace aroeira::fichas::testing;

namespace {

using Known = std::set<std::string, std::less<>>;

void know(World& world, Known cnes) { world.catalogo = std::make_shared<FewUnidades>(std::move(cnes)); }

void ask(World& world, std::string_view edition = "1") {
    test::must(world.services.unit.write([&](Ports& ports) {
        return ask_to_reprocess(ports.session, world.ids, world.clock, aracaju(), edition, "ana");
    }));
}

}  // namespace

TEST_CASE("Bad input: a ficha whose CNES, INE and professional nobody knows here is inconsistent, not lost, and accepted after the import") {
    for_each_world([](World& world) {
        know(world, {});
        const Visita visit;
        const auto id = world.send(zip_of({visit}));
        world.run_jobs();
        CHECK(world.lote(id).contagem.invalidas == 1);
        const auto findings = test::must(parse_findings(world.versions(visit).front().achados));
        CHECK(findings.erros.size() >= 3);
        know(world, {visit.cnes});
        ask(world);
        world.run_jobs();
        CHECK(world.versions(visit).size() == 1);
        CHECK(world.versions(visit).front().resumo.situacao == "valida");
        CHECK(world.lote(id).contagem.validas == 1);
        CHECK(world.lote(id).contagem.invalidas == 0);
        const auto totals = test::must(world.read([&](Ports& ports) { return ports.fichas.totals_by_cnes(aracaju(), "202609", std::nullopt); }));
        REQUIRE(totals.size() == 1);
        CHECK(totals[0].validas == 1);
        CHECK(totals[0].invalidas == 0);
    });
}

TEST_CASE("A reprocessing that an older program left half done, by uuid, begins again and leaves no ficha out") {
    for_each_world([](World& world) {
        know(world, {});
        const Visita visit;
        world.send(zip_of({visit}));
        world.run_jobs();
        know(world, {visit.cnes});
        ask(world);
        test::must(world.services.unit.write([&](Ports& ports) -> Result<void> {
            AROEIRA_CHECK(ports.session.run({"test.half_done", "UPDATE trabalho SET cursor = $1 WHERE tipo = 'fichas_reprocessar'"},
                                            {R"({"vistas":1,"aceitas":1,"last":"zzz"})"}));
            return {};
        }));
        world.run_jobs();
        CHECK(world.versions(visit).front().resumo.situacao == "valida");
    });
}

TEST_CASE("What the registry still does not know, and what is wrong for another reason, stays as it was") {
    for_each_world([](World& world) {
        know(world, {});
        const Visita unknown{.number = 1, .cnes = "7654321"};
        const Visita wrong{.number = 2, .turno = kNoSuchTurno};
        const Visita good{.number = 3};
        const auto id = world.send(zip_of({unknown, wrong, good}));
        world.run_jobs();
        CHECK(world.lote(id).contagem.invalidas == 3);
        know(world, {good.cnes});
        ask(world);
        world.run_jobs();
        CHECK(world.versions(unknown).front().resumo.situacao == "invalida");
        CHECK(world.versions(wrong).front().resumo.situacao == "invalida");
        CHECK(world.versions(good).front().resumo.situacao == "valida");
        CHECK(world.number("SELECT COUNT(*) FROM trabalho WHERE tipo = 'fichas_reprocessar' AND resultado = '{\"vistas\":2,\"aceitas\":1}'") == 1);
    });
}

TEST_CASE("A ficha that waits for the CNES in an older version is not looked at again: the newest counts") {
    for_each_world([](World& world) {
        know(world, {});
        Visita visit;
        world.send(zip_of({visit}));
        visit.turno = kNoSuchTurno;
        world.send(zip_of({visit}));
        world.run_jobs();
        know(world, {visit.cnes});
        ask(world);
        world.run_jobs();
        const auto versions = world.versions(visit);
        REQUIRE(versions.size() == 2);
        CHECK(versions[0].resumo.situacao == "invalida");
        CHECK(versions[1].resumo.situacao == "invalida");
    });
}

TEST_CASE("More fichas than a block are all looked at again, the online ones too") {
    for_each_world([](World& world) {
        know(world, {});
        std::vector<Visita> visits;
        for (int i = 1; i <= 1203; ++i) visits.push_back({.number = i});
        const Visita online{.number = 5000};
        const auto bytes = online.bytes();
        const OnlineItem item{online.file_name(), bytes};
        CHECK(test::must(receive_fichas(world.sistema(), {&item, 1}, world.services)).front().situacao == Situacao::invalida);
        const auto id = world.send(zip_of(visits));
        world.run_jobs();
        know(world, {online.cnes});
        ask(world);
        world.run_jobs();
        CHECK(world.lote(id).contagem.validas == 1203);
        CHECK(world.versions(online).front().resumo.situacao == "valida");
    });
}

TEST_CASE("Asking again for one edition of the registry makes no second reprocessing; another edition has its own") {
    for_each_world([](World& world) {
        ask(world);
        ask(world);
        CHECK(world.rows("trabalho") == 1);
        ask(world, "2");
        CHECK(world.rows("trabalho") == 2);
    });
}

TEST_CASE("A block whose transaction loses against another one and runs again is not passed over") {
    for_each_world([](World& world) {
        know(world, {});
        std::vector<Visita> visits;
        for (int i = 1; i <= 700; ++i) visits.push_back({.number = i});
        const auto id = world.send(zip_of(visits));
        world.run_jobs();
        know(world, {visits.front().cnes});
        ask(world);
        world.loses = 1;
        world.run_jobs();
        CHECK(world.lote(id).contagem.validas == 700);
    });
}
