// SPDX-License-Identifier: Apache-2.0
#include "modules/relatorios/operations/mark_reports.hpp"

#include "modules/relatorios/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::relatorios;
using namespace aroeira::relatorios::testing;

namespace {

MayConfigure admin(World& world) {
    return world.received.gate.as<identity::Permission::relatorios_configurar>({.key = "instalador", .name = "Instalador"});
}

void end_jobs(World& world) { world.run_sql("UPDATE trabalho SET situacao = 'concluido', chave_viva = NULL"); }

}  // namespace

TEST_CASE("[S2-290] [S2-294] What was marked is counted, and forcing brings the reports up to date") {
    for_each_world([](World& world) {
        world.received.send(zip_of({Visita{.number = 1}, Visita{.number = 2}}));
        world.received.run_jobs();
        CHECK(code_of_failure(force_processing(admin(world), world.services)) == "RELAT-0001");
        const auto marking = test::must(ask_to_mark(admin(world), world.services));
        CHECK(code_of_failure(ask_to_mark(admin(world), world.services)) == "RELAT-0008");
        CHECK(code_of_failure(force_processing(admin(world), world.services)) == "RELAT-0008");
        ShortJob mark(world);
        CHECK(test::must(mark_reports(mark, world.services)) == R"({"fichas":2})");
        end_jobs(world);
        auto state = test::must(read_state(admin(world), world.services));
        CHECK(state.marcacao == marking);
        CHECK(state.municipios.at(0).processamento.marcadas == 2);
        CHECK_FALSE(state.municipios.at(0).processamento.processado);

        const auto forced = test::must(force_processing(admin(world), world.services));
        CHECK(code_of_failure(ask_to_mark(admin(world), world.services)) == "RELAT-0008");
        ShortJob run(world);
        CHECK(test::must(process_reports(run, world.services)) == R"({"fichas":2})");
        end_jobs(world);
        CHECK(world.counted("visita_domiciliar", "turno", "Manhã") == 2);
        state = test::must(read_state(admin(world), world.services));
        CHECK(state.processamento == forced);
        CHECK(state.municipios.at(0).processamento.processado == world.received.clock.now());
        CHECK_FALSE(state.municipios.at(0).processamento.marcado);
        CHECK(code_of_failure(force_processing(admin(world), world.services)) == "RELAT-0001");
        CHECK(world.received.events(audit::Event::relatorio_gerado) == 2);
    });
}
