// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/routine.hpp"

#include "modules/transmission/tests/receiver.hpp"

using namespace aroeira;
using namespace aroeira::transmission;
using namespace aroeira::transmission::testing;
using namespace std::chrono_literals;

namespace {

Instant due(World& world, const std::string& kind) {
    return from_ms(world.received.number("SELECT COALESCE(MAX(nao_antes_ms), -1) FROM trabalho WHERE situacao = 'aguardando' AND tipo = '" + kind + "'"));
}

void run_queue(World& world, db::Database& database) {
    const auto runner = jobs::make_runner(database, world.received.clock, world.received.ids, transmission::jobs(world.services), 1);
    runner->start();
    for (int i = 0; i < 2000 && world.received.due() != 0; ++i) std::this_thread::sleep_for(5ms);
    runner->stop();
}

}  // namespace

TEST_CASE("[S2-248] [S2-251] From the first start on, lotes are made and sent at 00:00 each day without anybody asking") {
    test::for_each_engine([](db::Database& database) {
        World world(database);
        SendingWorld s(world);
        s.hour(10);
        world.receive({Visita{.number = 1}, Visita{.number = 2}});
        test::must(ensure_routine(world.services));
        test::must(ensure_routine(world.services));
        CHECK(due(world, "transmissao_rotina") == s.now() + 14h);
        run_queue(world, database);
        CHECK(world.lotes().empty());
        for (int day = 1; day <= 2; ++day) {
            s.hour(0);
            run_queue(world, database);
            s.wait(2s);
            run_queue(world, database);
            s.check_all_arrived(2 * day);
            CHECK(world.lotes().back().responsavel == "Rotina automática");
            CHECK(due(world, "transmissao_rotina") == next_time(0, s.now(), fichas::testing::kOffsetMinutes));
            world.receive({Visita{.number = 10 * day}, Visita{.number = 10 * day + 1}});
        }
        CHECK(world.received.number("SELECT COUNT(*) FROM trabalho WHERE tipo = 'transmissao_rotina'") == 1);
    });
}

TEST_CASE("[S2-252] A machine that was off at the hour makes up for it when it comes back, once") {
    test::for_each_engine([](db::Database& database) {
        World world(database);
        SendingWorld s(world);
        s.hour(10);
        world.receive({Visita{.number = 1}});
        test::must(ensure_routine(world.services));
        s.wait(5 * 24h + 4h);
        test::must(ensure_routine(world.services));
        run_queue(world, database);
        CHECK(world.lotes().size() == 1);
        CHECK(due(world, "transmissao_rotina") == next_time(0, s.now(), fichas::testing::kOffsetMinutes));
        // It is the afternoon: what was made waits for the window.
        CHECK(s.receiver.asked == 0);
        s.hour(0);
        run_queue(world, database);
        s.wait(2s);
        run_queue(world, database);
        s.check_all_arrived(1);
    });
}

TEST_CASE("[S2-249] Changing the hour moves the routine, and what waited for the old window looks again") {
    test::for_each_engine([](db::Database& database) {
        World world(database);
        SendingWorld s(world);
        s.hour(10);
        world.receive({Visita{.number = 1}});
        test::must(ensure_routine(world.services));
        run_queue(world, database);
        test::must(world.write([&](Ports& ports) -> Result<void> {
            AROEIRA_CHECK(instalacoes::SqlSettingsStore(ports.session).put_transmission_start(15 * 60));
            return move_routine(ports, world.services);
        }));
        CHECK(due(world, "transmissao_rotina") == s.now() + 5h);
        CHECK(due(world, "transmissao_enviar") == Instant{});
        s.hour(15);
        run_queue(world, database);
        s.wait(2s);
        run_queue(world, database);
        s.check_all_arrived(1);
    });
}

TEST_CASE("Who asked for lotes already is not disturbed by the routine") {
    test::for_each_engine([](db::Database& database) {
        World world(database);
        test::must(ask_for_lotes(world.marina(), aracaju(), world.services));
        ShortJob job(world, "{}");
        test::must(run_routine(job, world.services));
        CHECK(world.received.number("SELECT COUNT(*) FROM trabalho WHERE tipo = 'transmissao_gerar_lotes'") == 1);
        CHECK(world.received.events(audit::Event::geracao_pedida) == 1);
        CHECK(job.again == next_time(0, world.received.clock.now(), fichas::testing::kOffsetMinutes));
    });
}
