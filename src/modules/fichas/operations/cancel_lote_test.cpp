// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/operations/cancel_lote.hpp"

#include "modules/fichas/operations/hasten_lotes.hpp"
#include "modules/fichas/operations/process_all.hpp"
#include "modules/fichas/operations/process_lote.hpp"
#include "modules/fichas/tests/short_job.hpp"

using namespace aroeira;
using namespace aroeira::fichas;
using namespace aroeira::fichas::testing;

namespace {

/// As the operation of trabalhos does it: both in one transaction.
Result<void> cancel(World& world, const LoteId& lote) {
    const auto trabalho = test::must(jobs::TrabalhoId::parse(world.lote(lote).trabalho));
    return world.services.unit.write([&](Ports& ports) -> Result<void> {
        AROEIRA_CHECK(jobs::cancel(ports.session, world.clock, trabalho));
        AROEIRA_TRY(const auto status, jobs::status(ports.session, trabalho));
        return cancel_lote(status, ports, world.clock);
    });
}

Result<std::int64_t> hasten(World& world) {
    return world.services.unit.write([&](Ports& ports) { return hasten_lotes(ports, world.clock); });
}

}  // namespace

TEST_CASE("Cancelling the trabalho of a waiting lote ends the lote: it says so, keeps no file and is not processed") {
    for_each_world([](World& world) {
        const auto id = world.send(zip_of({Visita{}}));
        test::must(cancel(world, id));
        world.run_jobs();
        const auto lote = world.lote(id);
        CHECK(lote.situacao == SituacaoLote::falhou);
        CHECK(lote.mensagem.find("cancelado a pedido") != std::string::npos);
        CHECK(lote.processado == world.clock.now());
        CHECK(world.rows("lote_parte") == 0);
        CHECK(world.rows("ficha") == 0);
    });
}

TEST_CASE("A lote cancelled halfway keeps what was processed, with its counters, and nothing more enters it") {
    for_each_world([](World& world) {
        std::vector<Visita> visits;
        for (int i = 1; i <= 4100; ++i) visits.push_back({.number = i});
        const auto id = world.send(zip_of(visits));
        ShortJob job(id, world.ids);
        job.stops = true;
        test::must(process_lote(job, world.services));
        test::must(cancel(world, id));
        CHECK(code_of_failure(process_lote(job, world.services)) == "RECEB-0012");
        const auto lote = world.lote(id);
        CHECK(lote.situacao == SituacaoLote::falhou);
        CHECK(lote.mensagem.find("cancelado a pedido") != std::string::npos);
        CHECK(lote.contagem.recebidas == 4096);
        CHECK(world.rows("ficha") == 4096);
        CHECK(world.rows("lote_parte") == 0);
    });
}

TEST_CASE("No block is written into a lote after it was cancelled") {
    for_each_world([](World& world) {
        const auto id = world.send(zip_of({Visita{}}));
        test::must(cancel(world, id));
        const auto late = world.services.unit.write([&](Ports& ports) {
            return ports.fichas.update_lote(aracaju(), id, SituacaoLote::processando, {.recebidas = 1}, std::nullopt, std::nullopt, "");
        });
        CHECK(code_of_failure(late) == "RECEB-0012");
        CHECK(world.lote(id).situacao == SituacaoLote::falhou);
        CHECK(world.lote(id).contagem.recebidas == 0);
    });
}

TEST_CASE("A lote that was processed stays processed when its trabalho is cancelled too late") {
    for_each_world([](World& world) {
        const auto id = world.send(zip_of({Visita{}}));
        const auto trabalho = test::must(jobs::TrabalhoId::parse(world.lote(id).trabalho));
        const auto before = test::must(world.read([&](Ports& ports) { return jobs::status(ports.session, trabalho); }));
        world.run_jobs();
        CHECK(code_of_failure(cancel(world, id)) == "JOBS-0003");
        test::must(world.services.unit.write([&](Ports& ports) { return cancel_lote(before, ports, world.clock); }));
        CHECK(world.lote(id).situacao == SituacaoLote::processado);
    });
}

TEST_CASE("[S2-272] «Processar todos» processes at once every lote of the município that waits for its hour") {
    for_each_world([](World& world) {
        world.hours.continuous = false;
        const auto first = world.send(zip_of({Visita{.number = 1}}));
        const auto second = world.send(zip_of({Visita{.number = 2}}));
        world.run_jobs();
        CHECK(world.rows("ficha") == 0);
        CHECK(test::must(process_all(world.ana<identity::Permission::fichas_processar>(), std::nullopt, world.services)) == 2);
        world.run_jobs();
        for (const auto& id : {first, second}) CHECK(world.lote(id).situacao == SituacaoLote::processado);
        CHECK(world.rows("ficha") == 2);
        CHECK(code_of_failure(process_all(world.ana<identity::Permission::fichas_processar>(), other_municipio(), world.services)) == "ACESSO-0005");
    });
}

TEST_CASE("[S2-266] Lotes that wait are processed when the hours become continuous, or when the window now includes this hour") {
    for_each_world([](World& world) {
        world.hours = {.continuous = false};
        const auto first = world.send(zip_of({Visita{.number = 1}}));
        world.hours = {.continuous = false, .from_minutes = 60, .until_minutes = 120};
        CHECK(test::must(hasten(world)) == 0);
        CHECK(world.due() == 0);
        world.hours = {.continuous = true};
        CHECK(test::must(hasten(world)) == 1);
        world.run_jobs();
        CHECK(world.lote(first).situacao == SituacaoLote::processado);
        world.hours = {.continuous = false};
        const auto second = world.send(zip_of({Visita{.number = 2}}));
        world.hours = {.continuous = false, .from_minutes = 11 * 60, .until_minutes = 12 * 60};
        CHECK(test::must(hasten(world)) == 1);
        world.run_jobs();
        CHECK(world.lote(second).situacao == SituacaoLote::processado);
    });
}
