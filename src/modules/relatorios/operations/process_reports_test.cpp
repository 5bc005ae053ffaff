// SPDX-License-Identifier: Apache-2.0
#include "modules/relatorios/operations/process_reports.hpp"

#include "modules/relatorios/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::relatorios;
using namespace aroeira::relatorios::testing;
using fichas::testing::kNoSuchTurno;

namespace {

constexpr std::string_view kVisitas = "visita_domiciliar";

std::int64_t visits_in_turno(World& world, std::string_view turno) { return world.counted(kVisitas, "turno", turno); }

void receive(World& world, const std::string& zip) {
    world.received.send(zip);
    world.received.run_jobs();
}

std::string uuid_of(int number) { return Visita{.number = number}.uuid(); }

fichas::testing::NamedFile cadastro(int number, int origin, const std::string& when, const std::string& race) {
    return written("individual", uuid_of(number), {{"uuid", uuid_of(number)}, {"uuidFichaOriginadora", uuid_of(origin)},
                                                   {"fichaAtualizada", number == origin ? "false" : "true"},
                                                   {"headerTransport.dataAtendimento", when},
                                                   {"identificacaoUsuarioCidadao.racaCorCidadao", race}});
}

}  // namespace

TEST_CASE("[S2-293] Processing counts the valid fichas that came, once, on the day of the care") {
    for_each_world([](World& world) {
        receive(world, zip_of({Visita{.number = 1}, Visita{.number = 2, .turno = 2}, Visita{.number = 3, .turno = kNoSuchTurno}}));
        CHECK(visits_in_turno(world, "Manhã") == 0);
        process(world);
        CHECK(visits_in_turno(world, "Manhã") == 1);
        CHECK(visits_in_turno(world, "Tarde") == 1);
        CHECK(world.counted(kVisitas, "registros", "Registros não identificados") == 2);
        CHECK(world.counted(kVisitas, "faixa_etaria", "75 a 79 anos") == 2);
        CHECK(world.counted("resumo_de_producao", "fichas", "Visita domiciliar e territorial") == 2);
        const auto before = world.dump();
        process(world);
        CHECK(world.dump() == before);
        CHECK(world.received.number("SELECT COUNT(*) FROM relatorio_soma WHERE grao = 'dia' AND periodo = '20260829' AND relatorio = 'visita_domiciliar'") == 1);
    });
}

TEST_CASE("[S2-293] A new version takes the place of the old one in the numbers, and an invalid one takes it out of them") {
    for_each_world([](World& world) {
        receive(world, zip_of({Visita{.number = 1}, Visita{.number = 2}}));
        process(world);
        receive(world, zip_of({Visita{.number = 1, .turno = 3}}));
        process(world);
        CHECK(visits_in_turno(world, "Manhã") == 1);
        CHECK(visits_in_turno(world, "Noite") == 1);
        receive(world, zip_of({Visita{.number = 1, .turno = kNoSuchTurno}}));
        process(world);
        CHECK(visits_in_turno(world, "Manhã") == 1);
        CHECK(visits_in_turno(world, "Noite") == 0);
    });
}

TEST_CASE("[S2-293] What arrives one by one over the network is counted as it comes") {
    for_each_world([](World& world) {
        for (int number = 1; number <= 3; ++number) {
            const Visita visit{.number = number};
            const auto bytes = visit.bytes();
            const fichas::OnlineItem item{visit.file_name(), bytes};
            test::must(fichas::receive_fichas(world.received.sistema(), {&item, 1}, world.received.services));
            process(world);
            CHECK(visits_in_turno(world, "Manhã") == number);
        }
        CHECK(world.received.number("SELECT COUNT(DISTINCT posicao) FROM ficha") == 3);
    });
}

TEST_CASE("[S2-293] A ficha that becomes valid when the registry grows is counted then") {
    for_each_world([](World& world) {
        world.received.catalogo = std::make_shared<fichas::testing::FewUnidades>(std::set<std::string, std::less<>>{});
        receive(world, zip_of({Visita{.number = 1}}));
        process(world);
        CHECK(visits_in_turno(world, "Manhã") == 0);
        world.received.catalogo.reset();
        test::must(world.received.services.unit.write([&](fichas::Ports& ports) {
            return fichas::ask_to_reprocess(ports.session, world.received.ids, world.received.clock, aracaju(), "2", "ana");
        }));
        world.received.run_jobs();
        process(world);
        CHECK(visits_in_turno(world, "Manhã") == 1);
    });
}

TEST_CASE("[S2-293] A consolidated report counts each cadastro once, as its newest ficha says, whatever comes first") {
    for_each_world([](World& world) {
        const auto race = [&](std::string_view word) { return world.counted("cadastro_individual", "raca_cor", word); };
        receive(world, zip_of({cadastro(2, 1, "2026-08-20 09:00", "2")}));
        process(world);
        CHECK(race("Preta") == 1);
        receive(world, zip_of({cadastro(1, 1, "2026-08-10 09:00", "1"), cadastro(3, 1, "2026-09-01 09:00", "4")}));
        process(world);
        CHECK(race("Branca") == 0);
        CHECK(race("Preta") == 0);
        CHECK(race("Parda") == 1);
        CHECK(world.counted("resumo_de_producao", "fichas", "Cadastro individual") == 3);
        // The newest is corrected into one that is refused: the one before it speaks again.
        auto refused = cadastro(3, 1, "2026-09-01 09:00", "99");
        receive(world, zip_of({refused}));
        process(world);
        CHECK(race("Parda") == 0);
        CHECK(race("Preta") == 1);
    });
}

TEST_CASE("[S2-293] A run that dies between two commits is taken up where it was, and nothing is counted twice") {
    for_each_world([](World& world) {
        for (int lote = 0; lote < 4; ++lote) {
            std::vector<Visita> visits;
            for (int i = 0; i < 10; ++i) visits.push_back({.number = lote * 10 + i + 1});
            receive(world, zip_of(visits));
        }
        // The first commit forgets what another edition counted; then there is one per lote.
        for (int commits = 0; commits < 3; ++commits) {
            ShortJob dying(world);
            dying.commits_left = commits;
            CHECK(code_of_failure(process_reports(dying, world.services)) == "DB-0004");
        }
        CHECK(visits_in_turno(world, "Manhã") == 20);
        ShortJob stopped(world);
        stopped.stops_after = 0;
        test::must(process_reports(stopped, world.services));
        CHECK(visits_in_turno(world, "Manhã") == 20);
        process(world);
        CHECK(visits_in_turno(world, "Manhã") == 40);
    });
}

TEST_CASE("[S2-293] Numbers counted by another edition of the program are counted anew") {
    for_each_world([](World& world) {
        receive(world, zip_of({Visita{.number = 1}}));
        process(world);
        const auto before = world.dump();
        world.run_sql("UPDATE relatorio_processamento SET edicao = 'outra'");
        world.run_sql("UPDATE relatorio_soma SET cnes = '0000000'");
        process(world);
        CHECK(world.dump() == before);
    });
}
