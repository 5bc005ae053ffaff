// SPDX-License-Identifier: Apache-2.0
// What a generation looks at: what came in since the last one.
#include "modules/transmission/operations/generate_lotes.hpp"

#include "modules/transmission/tests/generated.hpp"

using namespace aroeira;
using namespace aroeira::transmission;
using namespace aroeira::transmission::testing;

namespace {

constexpr auto kEstadual = "00000000-0000-7000-8000-0000000000ff";

std::int64_t sent_to(World& world, const std::string& destino) {
    return world.received.number("SELECT COUNT(*) FROM ficha_enviada WHERE destino = '" + destino + "'");
}

}  // namespace

TEST_CASE("A generation looks only at what came in since the last one, and at nothing when nothing did") {
    for_each_world([](World& world) {
        world.receive(visits(3));
        world.generate();
        CHECK(world.received.number("SELECT COUNT(*) FROM envio_percurso WHERE completo = 1 AND lote = ''") == 1);
        CHECK(world.received.rows("envio_percurso") == 1);
        // Were they looked at again, these would leave again.
        world.run_sql("DELETE FROM ficha_enviada");
        CHECK(world.generate().result == R"({"lotes":0,"fichas":0})");
        world.receive({Visita{.number = 4}, Visita{.number = 1}});
        CHECK(world.generate().result == R"({"lotes":1,"fichas":1})");
        CHECK(world.received.rows("envio_percurso") == 1);
    });
}

TEST_CASE("News that fill more than a lote go on where it was full, also within one received lote") {
    for_each_world([](World& world) {
        world.services.limits.fichas_max = 2;
        world.generate();
        world.receive({Visita{.number = 1}, Visita{.number = 2}, Visita{.number = 3}});
        world.receive({Visita{.number = 4}, Visita{.number = 5}});
        ShortJob first(world);
        first.stops_after = 1;
        test::must(generate_lotes(first, world.services));
        CHECK(world.received.number("SELECT posicao FROM envio_percurso WHERE lote <> '' ORDER BY posicao DESC LIMIT 1") == 2);
        CHECK(world.generate().result == R"({"lotes":2,"fichas":3})");
        CHECK(sent(world) == names_of(visits(5)));
        CHECK(world.received.rows("envio_percurso") == 1);
        check_whole(world);
    });
}

TEST_CASE("A destino that is new, or was inactive for a while, gets everything it has not got, once") {
    for_each_world([](World& world) {
        world.receive(visits(3));
        world.generate();
        world.run_sql(std::string("INSERT INTO destino (id, nome, ativo) VALUES ('") + kEstadual + "', 'Centralizador de Sergipe', 1)");
        CHECK(world.generate().result == R"({"lotes":1,"fichas":3})");
        world.run_sql(std::string("UPDATE destino SET ativo = 0 WHERE id = '") + kEstadual + "'");
        world.receive({Visita{.number = 4}});
        world.generate();
        CHECK(sent_to(world, kEstadual) == 3);
        world.run_sql(std::string("UPDATE destino SET ativo = 1 WHERE id = '") + kEstadual + "'");
        CHECK(world.generate().result == R"({"lotes":1,"fichas":1})");
        CHECK(sent_to(world, kEstadual) == 4);
        CHECK(sent_to(world, "00000000-0000-7000-8000-000000000001") == 4);
        world.run_sql(std::string("UPDATE destino SET removido = 1 WHERE id = '") + kEstadual + "'");
        world.receive({Visita{.number = 5}});
        CHECK(world.generate().result == R"({"lotes":1,"fichas":1})");
    });
}
