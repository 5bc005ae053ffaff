// SPDX-License-Identifier: Apache-2.0
// The job that generates: interrupted, repeated, robbed of its lease.
#include "modules/transmission/operations/generate_lotes.hpp"

#include "modules/transmission/tests/generated.hpp"

using namespace aroeira;
using namespace aroeira::transmission;
using namespace aroeira::transmission::testing;

TEST_CASE("When the database fails inside the commit of any lote, that lote leaves no trace and the next run makes it") {
    for_each_world([](World& world) {
        world.services.limits.fichas_max = 1;
        world.receive(visits(4));
        for (int kept = 0; kept < 4; ++kept) {
            world.acts_left = kept == 0 ? 0 : 1;
            ShortJob job(world);
            CHECK(code_of_failure(generate_lotes(job, world.services)) == "DB-0004");
            world.acts_left = 1'000'000;
            CHECK(world.lotes().size() == static_cast<std::size_t>(kept));
            check_whole(world);
        }
        ShortJob last(world);
        CHECK(test::must(generate_lotes(last, world.services)) == R"({"lotes":4,"fichas":4})");
        CHECK(sent(world) == names_of(visits(4)));
        check_whole(world);
    });
}

TEST_CASE("A run that lost its lease to another node writes nothing, also when it starts from an old cursor") {
    for_each_world([](World& world) {
        world.receive(visits(2));
        ShortJob late(world);
        late.loses_lease = true;
        CHECK(code_of_failure(generate_lotes(late, world.services)) == "JOBS-0004");
        CHECK(world.received.rows("lote_enviado") == 0);
        world.generate();
        ShortJob old(world);
        CHECK(test::must(generate_lotes(old, world.services)) == R"({"lotes":0,"fichas":0})");
        CHECK(sent(world) == names_of(visits(2)));
    });
}

TEST_CASE("A job asked to stop ends between two lotes, and the next run goes on from there") {
    for_each_world([](World& world) {
        world.services.limits.fichas_max = 1;
        world.receive(visits(3));
        ShortJob first(world);
        first.stops_after = 2;
        test::must(generate_lotes(first, world.services));
        CHECK(world.lotes().size() == 2);
        ShortJob second(world);
        CHECK(test::must(generate_lotes(second, world.services)) == R"({"lotes":3,"fichas":3})");
        CHECK(second.saves == 1);
        CHECK(sent(world) == names_of(visits(3)));
    });
}

TEST_CASE("What comes in while a job is stopped leaves when it goes on, to every destino once") {
    for_each_world([](World& world) {
        world.services.limits.fichas_max = 1;
        world.run_sql("INSERT INTO destino (id, nome, ativo) VALUES ('00000000-0000-7000-8000-0000000000ff', 'Centralizador de Sergipe', 1)");
        world.receive(visits(2));
        ShortJob first(world);
        first.stops_after = 3;
        test::must(generate_lotes(first, world.services));
        world.receive({Visita{.number = 3}});
        ShortJob second(world);
        CHECK(test::must(generate_lotes(second, world.services)) == R"({"lotes":6,"fichas":6})");
        CHECK(world.received.number("SELECT COUNT(*) FROM ficha_enviada WHERE destino = '00000000-0000-7000-8000-000000000001'") == 3);
    });
}

TEST_CASE("Who lost the permission after asking gets no lote") {
    for_each_world([](World& world) {
        world.receive(visits(1));
        world.may_no_longer = true;
        CHECK(world.generate().state == jobs::State::failed);
        CHECK(world.lotes().empty());
    });
}

TEST_CASE("When lotes were made, the sending of every destino with an address is woken, once") {
    for_each_world([](World& world) {
        const auto waiting = [&] { return world.received.number("SELECT COUNT(*) FROM trabalho WHERE tipo = 'transmissao_enviar'"); };
        world.receive(visits(1));
        ShortJob without(world);
        test::must(generate_lotes(without, world.services));
        CHECK(waiting() == 0);
        world.services.limits.fichas_max = 1;
        world.receive({Visita{.number = 2}, Visita{.number = 3}});
        world.run_sql("UPDATE destino SET endereco = 'http://localhost:1'");
        for (int run = 0; run < 2; ++run) {
            ShortJob with(world);
            with.stops_after = 1;
            test::must(generate_lotes(with, world.services));
            CHECK(world.received.rows("lote_enviado") == run + 2);
            CHECK(waiting() == 1);
        }
    });
}
