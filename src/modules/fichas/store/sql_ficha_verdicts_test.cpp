// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/store/sql_ficha_verdicts.hpp"

#include "modules/fichas/tests/world.hpp"
#include "platform/crypto/crypto.hpp"

using namespace aroeira;
using namespace aroeira::fichas;
using namespace aroeira::fichas::testing;

namespace {

SentFicha sent(const Visita& visit) { return {visit.uuid(), crypto::sha256_text(visit.bytes())}; }

std::vector<FichaVerdict> verdicts(World& world, const std::vector<SentFicha>& asked, const Ibge& municipio = aracaju()) {
    return test::must(world.read([&](Ports& ports) { return SqlFichaVerdicts(ports.session).of(municipio, asked); }));
}

}  // namespace

TEST_CASE("Each ficha that was sent gets its verdict with what is wrong, in the order asked") {
    for_each_world([](World& world) {
        const Visita good{.number = 1}, bad{.number = 2, .turno = kNoSuchTurno}, nobodys{.number = 3};
        world.send(zip_of({good, bad}));
        CHECK(verdicts(world, {sent(good)})[0].veredito == Veredito::desconhecida);
        world.run_jobs();
        const auto found = verdicts(world, {sent(bad), sent(nobodys), sent(good), sent(bad)});
        REQUIRE(found.size() == 4);
        CHECK(found[0].veredito == Veredito::rejeitada);
        REQUIRE(found[0].achados.erros.size() == 1);
        CHECK(found[0].achados.erros[0].campo == "visitasDomiciliares[0].turno");
        CHECK(found[1].veredito == Veredito::desconhecida);
        CHECK(found[2].veredito == Veredito::aceita);
        CHECK(found[2].achados.erros.empty());
        CHECK(found[3].achados.erros.size() == 1);
        CHECK(verdicts(world, {sent(good)}, other_municipio())[0].veredito == Veredito::desconhecida);
        CHECK(verdicts(world, {}).empty());
    });
}

TEST_CASE("The verdict is of the bytes that were sent, also when a newer version took their place") {
    for_each_world([](World& world) {
        const Visita old{.turno = kNoSuchTurno}, corrected{};
        world.send(zip_of({old}));
        world.run_jobs();
        world.send(zip_of({corrected}));
        world.run_jobs();
        const auto found = verdicts(world, {sent(old), sent(corrected), {old.uuid(), std::string(32, 'x')}});
        CHECK(found[0].veredito == Veredito::rejeitada);
        CHECK(found[1].veredito == Veredito::aceita);
        CHECK(found[2].veredito == Veredito::desconhecida);
    });
}

TEST_CASE("A ficha nobody here can read is rejected, and its sender is told why") {
    for_each_world([](World& world) {
        const std::string garbage = "isto não é uma ficha";
        world.send(zip_of({{"00000000-0000-7000-8000-000000000001.esus", garbage}, {Visita{}.file_name(), Visita{}.bytes()}}));
        world.run_jobs();
        const auto found = verdicts(world, {{"00000000-0000-7000-8000-000000000001", crypto::sha256_text(garbage)}, sent(Visita{})});
        CHECK(found[0].veredito == Veredito::rejeitada);
        REQUIRE(found[0].achados.erros.size() == 1);
        CHECK(found[0].achados.erros[0].regra == "FICHA-ILEGIVEL");
        CHECK_FALSE(found[0].achados.erros[0].mensagem.empty());
        CHECK(found[1].veredito == Veredito::aceita);
    });
}

TEST_CASE("A thousand verdicts are asked in hundreds and none is lost") {
    for_each_world([](World& world) {
        std::vector<Visita> visits;
        std::vector<SentFicha> asked;
        for (int i = 1; i <= 1000; ++i) visits.push_back({.number = i, .turno = i % 3 == 0 ? kNoSuchTurno : kValidTurno});
        for (const auto& visit : visits) asked.push_back(sent(visit));
        world.send(zip_of(visits));
        world.run_jobs();
        const auto found = verdicts(world, asked);
        for (std::size_t i = 0; i < found.size(); ++i)
            CHECK(found[i].veredito == ((i + 1) % 3 == 0 ? Veredito::rejeitada : Veredito::aceita));
    });
}
