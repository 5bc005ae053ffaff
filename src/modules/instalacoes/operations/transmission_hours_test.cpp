// SPDX-License-Identifier: Apache-2.0
#include "modules/instalacoes/operations/transmission_hours.hpp"

#include <doctest/doctest.h>

#include "modules/instalacoes/operations/processing_hours.hpp"
#include "modules/instalacoes/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::instalacoes;
using namespace aroeira::instalacoes::testing;
using identity::Permission;

namespace {

MayTransmit marina(World& world) { return world.gate.as<Permission::transmissao_gerenciar>({.key = "marina", .address = "10.0.0.2"}); }
ProcessingHours processing(World& world) {
    return test::must(world.services.unit.read([](Ports& ports) { return ports.settings.processing_hours(); }));
}

}  // namespace

TEST_CASE("[S2-248] lotes are made from midnight on until somebody chooses another hour") {
    for_each_world([](World& world) {
        CHECK(test::must(read_transmission_start(marina(world), world.services)) == 0);
        test::must(save_transmission_start(marina(world), 22 * 60 + 30, world.services));
        CHECK(test::must(read_transmission_start(marina(world), world.services)) == 22 * 60 + 30);
        REQUIRE(world.events.size() == 1);
        CHECK(world.events.back().event == audit::Event::configuracao_alterada);
        CHECK(world.events.back().entity_id == "transmissao");
        CHECK(world.events.back().actor == "marina");
        CHECK(world.events.back().details == R"({"antes":"00:00","depois":"22:30"})");
        test::must(save_transmission_start(marina(world), 22 * 60 + 30, world.services));
        CHECK(world.events.size() == 1);
        CHECK(processing(world) == ProcessingHours{true, 0, 360});
    });
}

TEST_CASE("[S2-249] the window of processing goes with the hour of the lotes, across midnight too") {
    for_each_world([](World& world) {
        int told = 0;
        world.services.reactions.processing_hours = [&](db::Session&) { ++told; return Result<void>(); };
        const auto save = world.gate.as<Permission::processamento_configurar>({.key = "adm"});
        test::must(save_processing_hours(save, {false, 60, 120}, world.services));
        test::must(save_transmission_start(marina(world), 22 * 60, world.services));
        CHECK(processing(world) == ProcessingHours{false, 22 * 60, 4 * 60});
        CHECK(told == 2);
        CHECK(world.events.size() == 3);
    });
}
