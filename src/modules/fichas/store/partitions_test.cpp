// SPDX-License-Identifier: Apache-2.0
#include "tests/support/partitions.hpp"

#include "modules/fichas/operations/receive_fichas.hpp"
#include "modules/fichas/operations/reprocess.hpp"
#include "modules/fichas/tests/world.hpp"
#include "platform/db/migrate.hpp"

using namespace aroeira;
using namespace aroeira::fichas;
using namespace aroeira::fichas::testing;

namespace {

void receive_everything(World& world) {
    world.catalogo = std::make_shared<FewUnidades>(std::set<std::string, std::less<>>{});
    const Visita visit{.number = 1}, corrected{.number = 1, .turno = kNoSuchTurno}, online{.number = 2};
    for (const auto& bytes : {zip_of({{visit.file_name(), visit.bytes()}, {"ruim.esus", "???"}}), zip_of({corrected})}) {
        world.send(bytes);
        world.run_jobs();
    }
    const auto bytes = online.bytes();
    const OnlineItem item{online.file_name(), bytes};
    test::must(receive_fichas(world.sistema(), {&item, 1}, world.services));
    world.catalogo = std::make_shared<FewUnidades>(std::set<std::string, std::less<>>{visit.cnes});
    test::must(world.services.unit.write([&](Ports& ports) {
        return ask_to_reprocess(ports.session, world.ids, world.clock, aracaju(), "1", "ana");
    }));
    world.run_jobs();
}

/// What the screens, the reports and the transmission ask.
void read_everything(World& world) {
    const Visita visit{.number = 1};
    test::must(world.read([&](Ports& ports) -> Result<void> {
        auto& store = ports.fichas;
        AROEIRA_TRY(const auto lotes, store.list_lotes(aracaju(), {}));
        for (const auto& lote : lotes.items) {
            AROEIRA_CHECK(store.find_lote(aracaju(), lote.id));
            AROEIRA_CHECK(store.list_fichas(aracaju(), lote.id, {}));
            AROEIRA_CHECK(store.list_ilegiveis(aracaju(), lote.id, {}));
            AROEIRA_CHECK(store.totals_of_lote(aracaju(), lote.id));
        }
        AROEIRA_CHECK(store.find_ficha(aracaju(), visit.uuid()));
        AROEIRA_CHECK(store.read_original(aracaju(), visit.uuid(), std::nullopt));
        AROEIRA_CHECK(store.totals_by_cnes(aracaju(), "202609", std::nullopt));
        AROEIRA_CHECK(store.totals_of_cnes(aracaju(), "202609", visit.cnes));
        AROEIRA_CHECK(store.valid_after(aracaju(), {}, 10));
        return store.each_inconsistencia(aracaju(), {.de = {}, .ate = world.clock.now()}, [](const Inconsistencia&) { return true; });
    }));
}

}  // namespace

TEST_CASE("Receiving, judging again, listing and reporting look into the partition of their município and into no other") {
    const test::Place place(db::Engine::postgres);
    test::must(db::migrate(*place.open(), SystemClock{}));
    const test::PartitionScans scans(place);
    {
        const auto database = place.open();
        World world(*database);
        receive_everything(world);
        read_everything(world);
    }
    scans.check_one_each({"ficha", "ficha_ilegivel", "lote_parte", "lote_recebido", "recebimento_total"});
}
