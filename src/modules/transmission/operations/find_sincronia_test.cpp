// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/find_sincronia.hpp"

#include "modules/transmission/operations/download_lote.hpp"
#include "modules/transmission/tests/generated.hpp"

using namespace aroeira;
using namespace aroeira::transmission;
using namespace aroeira::transmission::testing;
using std::chrono::days;

namespace {

std::vector<Sincronia> quiet(World& world) { return test::must(find_sincronia(world.marina(), world.services)); }
void wait(World& world, days time) { world.received.clock.set(world.received.clock.now() + time); }

}  // namespace

TEST_CASE("[S2-227] a destino nothing was sent to for close to a month is named, with since when, and after a month it is late") {
    for_each_world([](World& world) {
        CHECK(quiet(world).empty());
        world.receive(visits(1));
        world.generate();
        const auto made = world.received.clock.now();
        wait(world, days(24));
        CHECK(quiet(world).empty());
        wait(world, days(2));
        auto found = quiet(world);
        REQUIRE(found.size() == 1);
        CHECK(found[0].lado == Lado::destino);
        CHECK(found[0].nome == "Centralizador Nacional");
        CHECK(found[0].desde == made);
        CHECK(found[0].nunca);
        CHECK_FALSE(found[0].atrasada(world.received.clock.now()));
        wait(world, days(5));
        CHECK(quiet(world).at(0).atrasada(world.received.clock.now()));

        // A lote carried as a file is a synchronisation too.
        test::must(download_lote(world.marina(), aracaju(), world.lotes().at(0).id, world.services));
        const auto saved = world.received.clock.now();
        CHECK(quiet(world).empty());
        wait(world, days(26));
        found = quiet(world);
        REQUIRE(found.size() == 1);
        CHECK(found[0].desde == saved);
        CHECK_FALSE(found[0].nunca);
        world.run_sql("UPDATE lote_enviado SET enviado_ms = " + std::to_string(to_ms(world.received.clock.now())));
        CHECK(quiet(world).empty());
        wait(world, days(40));
        world.run_sql("UPDATE destino SET ativo = 0");
        CHECK(quiet(world).empty());
    });
}

TEST_CASE("[S2-227] an installation that sends to this one is named when nothing came of it for close to a month, over the network or by file") {
    for_each_world([](World& world) {
        world.receive(visits(1));
        const auto came = world.received.clock.now();
        CHECK(quiet(world).empty());
        wait(world, days(31));
        CHECK(quiet(world).empty());  // Nobody said whose file it was.
        world.run_sql("UPDATE lote_recebido SET remetente = '01900000-0000-7000-8000-0000000000bb', numero_remetente = 1");
        auto found = quiet(world);
        REQUIRE(found.size() == 1);
        CHECK(found[0].lado == Lado::remetente);
        CHECK(found[0].nome.empty());
        CHECK(found[0].desde == came);
        CHECK(found[0].atrasada(world.received.clock.now()));
        for (const int numero : {1, 2})
            world.run_sql("INSERT INTO chegada (municipio, lote, credencial, remetente, remetente_nome, remetente_tipo, versao, numero, fichas, tamanho, sha256, vista_ms) "
                          "VALUES ('2800308', '01900000-0000-7000-8000-00000000000" + std::to_string(numero) + "', 'x', '01900000-0000-7000-8000-0000000000bb', 'UBS " +
                          std::to_string(numero) + "', 'prontuario', '1', 1, 1, 1, '" + std::string(64, '0') + "', " + std::to_string(numero) + ")");
        CHECK(quiet(world).at(0).nome == "UBS 2");
        world.receive({Visita{.number = 2}});
        world.run_sql("UPDATE lote_recebido SET remetente = '01900000-0000-7000-8000-0000000000bb'");
        CHECK(quiet(world).empty());
    });
}
