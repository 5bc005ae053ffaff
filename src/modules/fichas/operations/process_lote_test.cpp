// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/operations/process_lote.hpp"

#include "modules/fichas/api/findings.hpp"
#include "modules/fichas/tests/short_job.hpp"

using namespace aroeira;
using namespace aroeira::fichas;
using namespace aroeira::fichas::testing;

namespace {

std::vector<Visita> visits(int count) {
    std::vector<Visita> list;
    for (int i = 1; i <= count; ++i) list.push_back({.number = i});
    return list;
}

std::vector<std::string> broken_rules(const FichaVersao& version) {
    std::vector<std::string> rules;
    for (const auto& one : test::must(parse_findings(version.achados)).erros) rules.push_back(one.regra);
    return rules;
}

constexpr int kTwoBlocks = 5000;  // A block has 4096.

}  // namespace

TEST_CASE("[S2-265] [S2-270] A lote is unpacked into the database: each ficha with its verdict, the counters already added up") {
    for_each_world([](World& world) {
        const Visita good{.number = 1};
        const Visita bad{.number = 2, .turno = kNoSuchTurno};
        const auto id = world.send(zip_of({{good.file_name(), good.bytes()}, {bad.file_name(), bad.bytes()}, {"ruim.esus", "???"}}));
        world.run_jobs();
        const auto lote = world.lote(id);
        CHECK(lote.situacao == SituacaoLote::processado);
        CHECK(lote.processado.has_value());
        CHECK(lote.contagem.recebidas == 3);
        CHECK(lote.contagem.validas == 1);
        CHECK(lote.contagem.invalidas == 1);
        CHECK(lote.contagem.ilegiveis == 1);
        CHECK(lote.numero == 1);
        CHECK(world.versions(good).front().resumo.situacao == "valida");
        const auto refused = world.versions(bad).front();
        CHECK(refused.resumo.situacao == "invalida");
        REQUIRE(broken_rules(refused).size() == 1);
        CHECK(test::must(parse_findings(refused.achados)).erros[0].campo == "visitasDomiciliares[0].turno");
        CHECK(world.rows("lote_parte") == 0);
        CHECK(world.events(audit::Event::lote_processado) == 1);
    });
}

TEST_CASE("A ficha sent alone, without a zip, is a lote of one") {
    for_each_world([](World& world) {
        const Visita visit;
        const auto id = world.send(visit.bytes(), visit.file_name());
        world.run_jobs();
        CHECK(world.lote(id).contagem.validas == 1);
    });
}

TEST_CASE("Bad input: a ficha whose file name has another uuid than it has inside is refused, the others are not") {
    for_each_world([](World& world) {
        const Visita named{.number = 1};
        const Visita inside{.number = 2};
        const Visita fine{.number = 3};
        const auto id = world.send(zip_of({{named.file_name(), inside.bytes()}, {fine.file_name(), fine.bytes()}}));
        world.run_jobs();
        CHECK(world.lote(id).contagem.invalidas == 1);
        CHECK(world.lote(id).contagem.validas == 1);
        CHECK(broken_rules(world.versions(inside).front()) == std::vector<std::string>{"RECEB-NOME"});
    });
}

TEST_CASE("Bad input: Thrift with a negative or 2 GB length, a wrong type, a cut, trailing bytes or depth refuses that ficha only") {
    for_each_world([](World& world) {
        const Visita fine{.number = 9};
        const auto whole = Visita{}.bytes();
        auto negative = whole;
        negative.replace(3, 4, "\xff\xff\xff\xff", 4);
        auto huge = whole;
        huge.replace(3, 4, "\x7f\xff\xff\xff", 4);
        auto wrong_type = whole;
        wrong_type[0] = '\x0a';
        std::string deep;
        for (int i = 0; i < 10'000; ++i) deep += std::string("\x0c\x00\x63", 3);
        const std::vector<NamedFile> files{{"negativo.esus", negative}, {"enorme.esus", huge}, {"tipo.esus", wrong_type},
                                           {"cortada.esus", whole.substr(0, whole.size() / 2)}, {"sobra.esus", whole + "x"},
                                           {"fundo.esus", deep}, {fine.file_name(), fine.bytes()}};
        const auto id = world.send(zip_of(files));
        world.run_jobs();
        CHECK(world.lote(id).contagem.ilegiveis == 6);
        CHECK(world.lote(id).contagem.validas == 1);
        const auto list = test::must(world.read([&](Ports& ports) { return ports.fichas.list_ilegiveis(aracaju(), id, {}); }));
        REQUIRE(list.total == 6);
        for (const auto& one : list.items) {
            CAPTURE(one.nome);
            CHECK(one.regra == "FICHA-ILEGIVEL");
            CHECK_FALSE(one.motivo.empty());
        }
    });
}

TEST_CASE("Bad input: a ficha in XML with a DOCTYPE, an entity, invalid UTF-8 or 10000 levels is refused, the others are not") {
    for_each_world([](World& world) {
        const Visita fine{.number = 9};
        std::string levels;
        for (int i = 0; i < 10'000; ++i) levels += "<a>";
        const auto id = world.send(zip_of({{"doctype.esus.xml", R"(<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>)"},
                                           {"entidade.esus.xml", R"(<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>)"},
                                           {"utf8.esus.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a>\xff\xfe</a>"},
                                           {"fundo.esus.xml", levels},
                                           {fine.file_name(), fine.bytes()}}));
        world.run_jobs();
        CHECK(world.lote(id).contagem.ilegiveis == 4);
        CHECK(world.lote(id).contagem.validas == 1);
    });
}

TEST_CASE("A ficha of another município is refused, and the lote goes on") {
    for_each_world([](World& world) {
        const Visita foreign{.number = 1, .ibge = "3550308"};
        const auto id = world.send(zip_of({foreign, Visita{.number = 2}}));
        world.run_jobs();
        CHECK(world.lote(id).contagem.invalidas == 1);
        CHECK(world.lote(id).contagem.validas == 1);
        CHECK(broken_rules(world.versions(foreign).front()) == std::vector<std::string>{"RECEB-MUNICIPIO"});
    });
}

TEST_CASE("The same uuid with the same bytes changes nothing; with other bytes it is a new version and the old one is history") {
    for_each_world([](World& world) {
        Visita visit;
        world.send(zip_of({visit}));
        world.run_jobs();
        const auto again = world.send(zip_of({visit}));
        world.run_jobs();
        CHECK(world.lote(again).contagem.repetidas == 1);
        CHECK(world.lote(again).contagem.validas == 0);
        CHECK(world.versions(visit).size() == 1);
        visit.turno = kNoSuchTurno;
        world.send(zip_of({visit}));
        world.run_jobs();
        const auto versions = world.versions(visit);
        REQUIRE(versions.size() == 2);
        CHECK(versions[0].atual);
        CHECK(versions[0].resumo.situacao == "invalida");
        CHECK_FALSE(versions[1].atual);
        CHECK(versions[1].resumo.situacao == "valida");
    });
}

TEST_CASE("A job that stops after a block goes on at the next, and every ficha is there once") {
    for_each_world([](World& world) {
        const auto id = world.send(zip_of(visits(kTwoBlocks)));
        ShortJob job(id, world.ids);
        job.stops = true;
        test::must(process_lote(job, world.services));
        CHECK(world.lote(id).situacao == SituacaoLote::processando);
        CHECK(world.lote(id).contagem.validas == 4096);
        CHECK(job.saved == "4096");
        test::must(process_lote(job, world.services));
        CHECK(world.lote(id).situacao == SituacaoLote::processado);
        CHECK(world.lote(id).contagem.recebidas == kTwoBlocks);
        CHECK(world.lote(id).contagem.repetidas == 0);
        CHECK(world.rows("ficha") == kTwoBlocks);
    });
}

TEST_CASE("A block whose cursor is no longer ours is not written: the node that took the job writes it") {
    for_each_world([](World& world) {
        const auto id = world.send(zip_of({Visita{}}));
        ShortJob robbed(id, world.ids);
        robbed.saves_left = 0;
        CHECK(code_of_failure(process_lote(robbed, world.services)) == "JOBS-0004");
        CHECK(world.rows("ficha") == 0);
        CHECK(world.lote(id).contagem.recebidas == 0);
        world.run_jobs();
        CHECK(world.lote(id).contagem.validas == 1);
    });
}

TEST_CASE("A block that met another worker with the same fichas is done again, and its lote does not end for that") {
    for_each_world([](World& world) {
        const auto id = world.send(zip_of(visits(3)));
        ShortJob job(id, world.ids);
        job.meets_another = true;
        const auto met = process_lote(job, world.services);
        CHECK(code_of_failure(met) == "RECEB-0013");
        CHECK(met.error().kind == ErrorKind::unavailable);
        job.meets_another = false;
        test::must(process_lote(job, world.services));
        CHECK(world.lote(id).contagem.validas == 3);
    });
}

TEST_CASE("A lote whose kept bytes are damaged or gone ends as failed and says why") {
    for_each_world([](World& world) {
        const auto damaged = world.send(zip_of({Visita{}}));
        const auto gone = world.send(zip_of({Visita{}}));
        test::must(world.services.unit.write([&](Ports& ports) -> Result<void> {
            for (const auto& id : {damaged, gone}) AROEIRA_CHECK(ports.fichas.delete_partes(aracaju(), id));
            return ports.fichas.insert_parte({.id = damaged, .municipio = aracaju()}, 0, "PK\x03\x04 e mais nada");
        }));
        world.run_jobs();
        for (const auto& id : {damaged, gone}) {
            CHECK(world.lote(id).situacao == SituacaoLote::falhou);
            CHECK_FALSE(world.lote(id).mensagem.empty());
        }
        CHECK(world.rows("ficha") == 0);
    });
}

TEST_CASE("A block judged by the registry of before an import that ended meanwhile is judged again, by the new one") {
    for_each_world([](World& world) {
        world.catalogo = std::make_shared<FewUnidades>(std::set<std::string, std::less<>>{});
        const auto id = world.send(zip_of(visits(kTwoBlocks)));
        world.import_after(2, std::make_shared<FewUnidades>(std::set<std::string, std::less<>>{Visita{}.cnes}));
        world.run_jobs();
        CHECK(world.lote(id).situacao == SituacaoLote::processado);
        CHECK(world.lote(id).contagem.validas == kTwoBlocks);
        CHECK(world.lote(id).contagem.recebidas == kTwoBlocks);
    });
}
