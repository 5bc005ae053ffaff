// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/operations/count_invalidated.hpp"

#include "modules/fichas/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::fichas;
using namespace aroeira::fichas::testing;

TEST_CASE("The fichas a registry to come would refuse are counted, and stay as they are") {
    for_each_world([](World& world) {
        const Visita here{.number = 1}, there{.number = 2, .cnes = "7654321"}, wrong{.number = 3, .turno = kNoSuchTurno};
        world.catalogo = std::make_shared<FewUnidades>(std::set<std::string, std::less<>>{here.cnes, there.cnes});
        const auto id = world.send(zip_of({here, there, wrong}));
        world.run_jobs();
        const auto count_with = [&](std::set<std::string, std::less<>> known) {
            const auto after = make_evaluator({world.clock, std::make_shared<FewUnidades>(std::move(known)), aracaju()});
            return test::must(count_invalidated(aracaju(), *after, world.services, [](auto, auto, auto) { return Result<void>(); }));
        };
        CHECK(count_with({here.cnes, there.cnes}) == 0);
        CHECK(count_with({here.cnes}) == 1);
        CHECK(count_with({}) == 2);
        CHECK(world.lote(id).contagem.validas == 2);
        const auto stopped = count_invalidated(aracaju(), *make_evaluator({world.clock, nullptr, aracaju()}), world.services,
                                               [](auto, auto, auto) { return Result<void>(Error{ErrorKind::conflict, "TESTE-0001"}); });
        CHECK_FALSE(stopped);
    });
}
