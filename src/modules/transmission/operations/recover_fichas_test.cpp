// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/recover_fichas.hpp"

#include "modules/transmission/tests/generated.hpp"

using namespace aroeira;
using namespace aroeira::transmission;
using namespace aroeira::transmission::testing;

namespace {

std::string whole(const RecoveredFile& file) {
    std::string all, piece;
    for (bool more = true; more;) {
        more = test::must(file.next(piece));
        if (more) all += piece;
    }
    return all;
}

auto recover(World& world, const std::optional<Cnes>& cnes = std::nullopt) {
    return recover_fichas(world.marina(), {aracaju(), cnes}, world.services);
}

std::map<std::string, std::string> wanted(const std::vector<Visita>& all) {
    std::map<std::string, std::string> made;
    for (const auto& visit : all) made[visit.file_name()] = visit.bytes();
    return made;
}

}  // namespace

TEST_CASE("[S2-223] the larger base gives back to an empty one everything current it has of it, each ficha with its uuid and its bytes") {
    for_each_world([](World& central) {
        central.receive(visits(450));
        const Visita corrected{.number = 2, .numero_lote = 9};
        const Visita wrong{.number = 451, .turno = fichas::testing::kNoSuchTurno};
        central.receive({corrected, wrong});
        auto expected = wanted(visits(450));
        expected[corrected.file_name()] = corrected.bytes();
        expected[wrong.file_name()] = wrong.bytes();

        const auto file = test::must(recover(central));
        CHECK(file.nome == "recuperacao-2800308.zip");
        const auto zip = whole(file);
        CHECK(entries_of(zip) == expected);
        CHECK(central.received.number("SELECT COUNT(*) FROM evento WHERE entidade = 'recuperacao'") == 1);

        test::for_each_engine([&](db::Database& database) {
            fichas::testing::World ubs(database);
            const auto id = ubs.send(zip, file.nome);
            ubs.run_jobs();
            CHECK(ubs.lote(id).contagem.recebidas == 451);
            CHECK(ubs.lote(id).contagem.validas == 450);
            CHECK(ubs.lote(id).contagem.invalidas == 1);
            const auto back = test::must(ubs.read([&](fichas::Ports& ports) { return ports.fichas.read_original(aracaju(), corrected.uuid(), std::nullopt); }));
            CHECK(back.conteudo == corrected.bytes());
        });
    });
}

TEST_CASE("[S2-223] one establishment is given its own fichas and nobody else's, and one that sent nothing is told so") {
    for_each_world([](World& central) {
        central.receive({Visita{.number = 1}, Visita{.number = 2}, Visita{.number = 3, .cnes = "7654321"}});
        CHECK(entries_of(whole(test::must(recover(central, test::must(Cnes::parse(Visita().cnes)))))) == wanted(visits(2)));
        CHECK(code_of_failure(recover(central, test::must(Cnes::parse("1234567")))) == "TRANS-0034");
    });
}

TEST_CASE("[S2-223] when the database fails in the middle no whole file is given") {
    for_each_world([](World& central) {
        central.receive(visits(450));
        const auto file = test::must(recover(central));
        std::string bytes;
        REQUIRE(test::must(file.next(bytes)));
        central.run_sql("UPDATE ficha SET conteudo = '<x/>'");
        const auto broken = file.next(bytes);
        CHECK(code_of_failure(broken) == "TRANS-0003");
    });
}
