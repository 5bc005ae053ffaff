// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/operations/receive_fichas.hpp"

#include "modules/fichas/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::fichas;
using namespace aroeira::fichas::testing;

namespace {

/// Owns the bytes the items view.
std::vector<ItemVerdict> receive(World& world, const std::vector<NamedFile>& files, const std::string& key = "sistema") {
    std::vector<OnlineItem> items;
    for (const auto& [name, bytes] : files) items.push_back({name, bytes});
    return test::must(receive_fichas(world.sistema(key), items, world.services));
}
ItemVerdict receive(World& world, const Visita& visit) { return receive(world, {{visit.file_name(), visit.bytes()}}).front(); }

std::vector<LoteRecebido> lotes(World& world) {
    return test::must(world.read([&](Ports& ports) { return ports.fichas.list_lotes(aracaju(), {}); })).items;
}

}  // namespace

TEST_CASE("[S2-264] Fichas that come over the network are judged and kept at once, in the sender's lote of the day") {
    for_each_world([](World& world) {
        CHECK(receive(world, Visita{.number = 1}).situacao == Situacao::valida);
        CHECK(receive(world, Visita{.number = 2, .turno = kNoSuchTurno}).situacao == Situacao::invalida);
        const auto all = lotes(world);
        REQUIRE(all.size() == 1);
        CHECK(all[0].canal == Canal::online);
        CHECK(all[0].responsavel == "Sistema sistema");
        CHECK(all[0].situacao == SituacaoLote::processado);
        CHECK(all[0].contagem.recebidas == 2);
        CHECK(all[0].contagem.validas == 1);
        CHECK(all[0].contagem.invalidas == 1);
        CHECK(world.events(audit::Event::lote_recebido) == 1);
    });
}

TEST_CASE("Fichas of the lote of the day have its positions in a row, whether they come one by one or together") {
    for_each_world([](World& world) {
        receive(world, Visita{.number = 3});
        const Visita second{.number = 2}, third{.number = 1};
        receive(world, {{second.file_name(), second.bytes()}, {third.file_name(), third.bytes()}});
        receive(world, Visita{.number = 3});
        receive(world, Visita{.number = 4});
        const auto fichas = test::must(world.read([&](Ports& ports) { return ports.fichas.list_fichas(aracaju(), lotes(world).at(0).id, {}); })).items;
        std::vector<std::pair<std::string, std::int64_t>> placed;
        for (const auto& one : fichas) placed.emplace_back(one.uuid, one.posicao);
        CHECK(placed == std::vector<std::pair<std::string, std::int64_t>>{{Visita{.number = 3}.uuid(), 0}, {second.uuid(), 1}, {third.uuid(), 2}, {Visita{.number = 4}.uuid(), 4}});
    });
}

TEST_CASE("Each sender has a lote per day of the município, which ends at its own midnight") {
    for_each_world([](World& world) {
        receive(world, Visita{.number = 1});
        const Visita second{.number = 2};
        receive(world, {{second.file_name(), second.bytes()}}, "outro");
        CHECK(lotes(world).size() == 2);
        world.clock.set(from_ms(1'790'045'999'999));  // 23:59:59.999 in Aracaju
        receive(world, Visita{.number = 3});
        CHECK(lotes(world).size() == 2);
        world.clock.set(from_ms(1'790'046'000'000));  // 00:00
        receive(world, Visita{.number = 4});
        CHECK(lotes(world).size() == 3);
    });
}

TEST_CASE("A ficha that comes again with the same bytes is answered as already received and changes nothing") {
    for_each_world([](World& world) {
        Visita visit;
        CHECK_FALSE(receive(world, visit).repetida);
        const auto again = receive(world, visit);
        CHECK(again.repetida);
        CHECK(again.situacao == Situacao::valida);
        CHECK(world.versions(visit).size() == 1);
        CHECK(lotes(world)[0].contagem.repetidas == 1);
        visit.turno = 2;
        CHECK_FALSE(receive(world, visit).repetida);
        REQUIRE(world.versions(visit).size() == 2);
        CHECK(world.versions(visit)[0].atual);
    });
}

TEST_CASE("Of many items each has its own verdict, in order; what cannot be read is refused, not kept, and holds back no other") {
    for_each_world([](World& world) {
        const Visita first{.number = 1};
        const Visita bad{.number = 2, .turno = kNoSuchTurno};
        const auto verdicts = receive(world, {{"lixo.esus", "lixo"}, {first.file_name(), first.bytes()}, {"", ""},
                                              {bad.file_name(), bad.bytes()}, {first.file_name(), first.bytes()}});
        REQUIRE(verdicts.size() == 5);
        CHECK(verdicts[0].situacao == Situacao::ilegivel);
        CHECK_FALSE(verdicts[0].motivo.empty());
        CHECK(verdicts[1].situacao == Situacao::valida);
        CHECK(verdicts[1].uuid == first.uuid());
        CHECK(verdicts[2].situacao == Situacao::ilegivel);
        CHECK(verdicts[3].situacao == Situacao::invalida);
        CHECK(verdicts[4].repetida);
        CHECK(world.rows("ficha") == 2);
        CHECK(world.rows("ficha_ilegivel") == 0);
        CHECK(lotes(world)[0].contagem.recebidas == 3);
    });
}

TEST_CASE("When nothing can be read there is no lote") {
    for_each_world([](World& world) {
        receive(world, {{"lixo.esus", "lixo"}});
        CHECK(lotes(world).empty());
    });
}

TEST_CASE("A credencial without a município writes to that of the first readable ficha, if it is active here") {
    for_each_world([](World& world) {
        const auto anywhere = world.gate.as<identity::Permission::fichas_receber>({.key = "geral", .name = "Geral"});
        const auto send = [&](const Visita& visit) {
            const auto bytes = visit.bytes();
            const OnlineItem item{visit.file_name(), bytes};
            return receive_fichas(anywhere, {&item, 1}, world.services);
        };
        CHECK(test::must(send(Visita{})).front().situacao == Situacao::valida);
        CHECK(code_of_failure(send(Visita{.number = 2, .ibge = "3550308"})) == "RECEB-0003");
        const OnlineItem junk{"lixo.esus", "lixo"};
        CHECK(code_of_failure(receive_fichas(anywhere, {&junk, 1}, world.services)) == "ACESSO-0006");
        CHECK(world.rows("ficha") == 1);
    });
}

TEST_CASE("When the database does not answer, nothing is acknowledged and nothing is kept") {
    for_each_world([](World& world) {
        const auto bytes = Visita{}.bytes();
        const OnlineItem item{"a.esus", bytes};
        world.broken = true;
        CHECK(code_of_failure(receive_fichas(world.sistema(), {&item, 1}, world.services)) == "DB-0004");
        world.broken = false;
        CHECK(world.rows("ficha") == 0);
        CHECK(lotes(world).empty());
    });
}

TEST_CASE("A ficha judged by the registry of before an import that ended meanwhile is judged again before it is kept") {
    for_each_world([](World& world) {
        world.catalogo = std::make_shared<FewUnidades>(std::set<std::string, std::less<>>{});
        const Visita visit;
        world.import_after(1, std::make_shared<FewUnidades>(std::set<std::string, std::less<>>{visit.cnes}));
        const auto bytes = visit.bytes();
        const OnlineItem item{visit.file_name(), bytes};
        const auto verdicts = test::must(receive_fichas(world.sistema(), {&item, 1}, world.services));
        CHECK(verdicts.front().situacao == Situacao::valida);
        CHECK_FALSE(verdicts.front().repetida);
        CHECK(world.versions(visit).front().resumo.situacao == "valida");
    });
}
