// SPDX-License-Identifier: Apache-2.0
#include "tests/support/partitions.hpp"

#include "modules/transmission/operations/download_lote.hpp"
#include "modules/transmission/tests/world.hpp"
#include "platform/db/migrate.hpp"

using namespace aroeira;
using namespace aroeira::transmission;
using namespace aroeira::transmission::testing;

TEST_CASE("Making lotes, listing them and taking one as a file look into the partition of their município and into no other") {
    const test::Place place(db::Engine::postgres);
    test::must(db::migrate(*place.open(), SystemClock{}));
    const test::PartitionScans scans(place);
    {
        const auto database = place.open();
        World world(*database);
        world.receive({Visita{.number = 1}, Visita{.number = 2}});
        REQUIRE(world.generate().state == jobs::State::done);
        for (const auto& lote : world.lotes()) {
            test::must(find_lote(world.marina(), aracaju(), lote.id, world.services));
            test::must(download_lote(world.marina(), aracaju(), lote.id, world.services));
        }
    }
    scans.check_one_each({"ficha", "ficha_enviada", "lote_enviado_parte"});
}
