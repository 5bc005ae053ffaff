// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/ask_for_lotes.hpp"

#include "modules/transmission/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::transmission;
using namespace aroeira::transmission::testing;

TEST_CASE("Asking for lotes leaves one trabalho and one audit row, and asking twice at once is refused without either") {
    for_each_world([](World& world) {
        const auto id = test::must(ask_for_lotes(world.marina(), aracaju(), world.services));
        const auto status = test::must(world.read([&](Ports& ports) { return jobs::status(ports.session, id); }));
        CHECK(status.kind == kGenerateJob);
        CHECK(status.owner == "marina");
        CHECK(status.municipio == std::optional(std::string(aracaju().text())));
        CHECK(world.received.events(audit::Event::geracao_pedida) == 1);
        const auto second = ask_for_lotes(world.marina(), aracaju(), world.services);
        CHECK(code_of_failure(second) == "TRANS-0002");
        CHECK(world.received.rows("trabalho") == 1);
        CHECK(world.received.events(audit::Event::geracao_pedida) == 1);
    });
}

TEST_CASE("Lotes are asked for one município, active here and within reach") {
    for_each_world([](World& world) {
        const auto other = fichas::testing::other_municipio();
        CHECK(code_of_failure(ask_for_lotes(world.marina(), std::nullopt, world.services)) == "ACESSO-0006");
        CHECK(code_of_failure(ask_for_lotes(world.marina(), other, world.services)) == "INST-0001");
        const auto bound = world.gate.as<kManage>({.key = "ana", .name = "Ana", .municipio = aracaju()});
        CHECK(code_of_failure(ask_for_lotes(bound, other, world.services)) == "ACESSO-0005");
        CHECK(world.received.rows("trabalho") == 0);
    });
}

TEST_CASE("No trabalho stays when its audit row could not be written") {
    for_each_world([](World& world) {
        world.acts_left = 0;
        CHECK(code_of_failure(ask_for_lotes(world.marina(), aracaju(), world.services)) == "DB-0004");
        CHECK(world.received.rows("trabalho") == 0);
    });
}
