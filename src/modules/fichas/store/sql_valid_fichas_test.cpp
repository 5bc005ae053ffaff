// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/store/sql_valid_fichas.hpp"

#include "modules/fichas/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::fichas;
using namespace aroeira::fichas::testing;

TEST_CASE("The current valid fichas are given by uuid from where the last page ended, with the bytes they came in") {
    for_each_world([](World& world) {
        const Visita corrected{.number = 3, .numero_lote = 2};
        world.send(zip_of({Visita{.number = 2}, Visita{.number = 1}, Visita{.number = 3}, Visita{.number = 4, .turno = kNoSuchTurno}}));
        world.run_jobs();
        world.send(zip_of({corrected}));
        world.run_jobs();
        const auto page = [&](const Ibge& municipio, std::string_view after, int limit) {
            return test::must(world.read([&](Ports& ports) { return SqlValidFichas(ports.session).after(municipio, after, limit); }));
        };
        const auto key = [](int number, std::int64_t versao) { return FichaKey{Visita{.number = number}.uuid(), versao}; };
        CHECK(page(aracaju(), "", 10) == std::vector{key(1, 1), key(2, 1), key(3, 2)});
        CHECK(page(aracaju(), "", 2) == std::vector{key(1, 1), key(2, 1)});
        CHECK(page(aracaju(), key(2, 1).uuid, 2) == std::vector{key(3, 2)});
        CHECK(page(other_municipio(), "", 10).empty());
        const auto content = [&](const FichaKey& ficha) {
            return world.read([&](Ports& ports) { return SqlValidFichas(ports.session).content_of(aracaju(), ficha); });
        };
        CHECK(test::must(content(key(3, 2))) == corrected.bytes());
        CHECK(test::must(content(key(3, 1))) == Visita{.number = 3}.bytes());
        CHECK(code_of_failure(content(key(9, 1))) == "RECEB-0002");
    });
}
