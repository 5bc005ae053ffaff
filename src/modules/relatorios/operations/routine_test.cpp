// SPDX-License-Identifier: Apache-2.0
#include "modules/relatorios/operations/routine.hpp"

#include "modules/relatorios/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::relatorios;
using namespace aroeira::relatorios::testing;

namespace {

std::int64_t waiting(World& world, std::string_view kind) {
    return world.received.number("SELECT COUNT(*) FROM trabalho WHERE situacao = 'aguardando' AND tipo = '" + std::string(kind) + "'");
}

}  // namespace

TEST_CASE("[S2-293] At the hour of the installation the reports are asked for, and the next night again") {
    for_each_world([](World& world) {
        test::must(ensure_routine(world.services));
        test::must(ensure_routine(world.services));
        CHECK(waiting(world, kRoutineJob) == 1);
        // Midnight of Aracaju after 2026-09-21, 11:13.
        CHECK(world.received.number("SELECT nao_antes_ms FROM trabalho") == 1'790'046'000'000);
        ShortJob job(world);
        test::must(run_routine(job, world.services));
        CHECK(to_ms(*job.again) == 1'790'046'000'000);
        CHECK(waiting(world, kProcessJob) == 1);
        ShortJob again(world);
        test::must(run_routine(again, world.services));
        CHECK(waiting(world, kProcessJob) == 1);
    });
}

TEST_CASE("[S2-293] When the hour changes, the routine waits for the new one") {
    for_each_world([](World& world) {
        test::must(ensure_routine(world.services));
        test::must(world.write([&](Ports& ports) -> Result<void> {
            AROEIRA_CHECK(instalacoes::SqlSettingsStore(ports.session).put_transmission_start(150));
            return move_routine(ports, world.services);
        }));
        CHECK(world.received.number("SELECT nao_antes_ms FROM trabalho") == 1'790'046'000'000 + 150 * 60'000);
    });
}
