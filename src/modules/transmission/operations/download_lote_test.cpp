// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/download_lote.hpp"

#include "modules/transmission/tests/world.hpp"
#include "platform/crypto/crypto.hpp"

using namespace aroeira;
using namespace aroeira::transmission;
using namespace aroeira::transmission::testing;

namespace {

LoteEnviado one_lote(World& world) {
    world.receive({Visita{.number = 1}, Visita{.number = 2}});
    world.generate();
    return world.lotes().at(0);
}

std::vector<AtoDoLote> acts(World& world, const LoteEnviadoId& id) {
    std::vector<AtoDoLote> found;
    for (const auto& line : test::must(find_lote(world.marina(), aracaju(), id, world.services)).historico) found.push_back(line.ato);
    return found;
}

}  // namespace

TEST_CASE("[S2-257] [S2-261] «Salvar em Arquivo» gives the same bytes every time, and the history says who took them and when") {
    for_each_world([](World& world) {
        const auto lote = one_lote(world);
        CHECK(acts(world, lote.id) == std::vector{AtoDoLote::gerado});
        const auto first = test::must(download_lote(world.marina(), aracaju(), lote.id, world.services));
        CHECK(first.nome == "lote-2800308-1.zip");
        CHECK(crypto::hex(crypto::sha256(first.conteudo)) == lote.sha256);
        world.receive({Visita{.number = 1, .numero_lote = 5}});
        world.received.clock.set(world.received.clock.now() + std::chrono::hours(24));
        const auto second = test::must(download_lote(world.marina(), aracaju(), lote.id, world.services));
        CHECK(second.conteudo == first.conteudo);
        const auto found = test::must(find_lote(world.marina(), aracaju(), lote.id, world.services));
        CHECK(found.lote.situacao == SituacaoEnvio::salvo);
        REQUIRE(found.historico.size() == 3);
        CHECK(found.historico[2].ato == AtoDoLote::salvo);
        CHECK(found.historico[2].em == world.received.clock.now());
        CHECK(found.historico[2].responsavel == "Marina Duarte");
        CHECK(world.received.events(audit::Event::lote_salvo) == 2);
    });
}

TEST_CASE("A lote altered by one byte in the database is not given, and nothing says it was") {
    for_each_world([](World& world) {
        const auto lote = one_lote(world);
        auto zip = world.zip_in_store(lote);
        zip[zip.size() / 2] = static_cast<char>(zip[zip.size() / 2] ^ 1);
        test::must(world.write([&](Ports& ports) -> Result<void> {
            AROEIRA_CHECK(ports.session.run({"test.alter", "UPDATE lote_enviado_parte SET bytes = $1"}, {db::Blob{zip}}));
            return {};
        }));
        CHECK(code_of_failure(download_lote(world.marina(), aracaju(), lote.id, world.services)) == "TRANS-0004");
        CHECK(acts(world, lote.id) == std::vector{AtoDoLote::gerado});
        CHECK(world.received.events(audit::Event::lote_salvo) == 0);
    });
}

TEST_CASE("A lote of another município, or of none, is not found") {
    for_each_world([](World& world) {
        const auto lote = one_lote(world);
        const auto other = fichas::testing::other_municipio();
        CHECK(code_of_failure(download_lote(world.marina(), other, lote.id, world.services)) == "TRANS-0001");
        CHECK(code_of_failure(find_lote(world.marina(), other, lote.id, world.services)) == "TRANS-0001");
        CHECK(code_of_failure(download_lote(world.marina(), std::nullopt, lote.id, world.services)) == "ACESSO-0006");
        const auto bound = world.gate.as<kManage>({.key = "ana", .name = "Ana", .municipio = other});
        CHECK(code_of_failure(list_lotes(bound, aracaju(), {}, world.services)) == "ACESSO-0005");
        CHECK(world.received.events(audit::Event::lote_salvo) == 0);
    });
}

TEST_CASE("A file that could not be recorded as saved is not given") {
    for_each_world([](World& world) {
        const auto lote = one_lote(world);
        world.acts_left = 0;
        CHECK(code_of_failure(download_lote(world.marina(), aracaju(), lote.id, world.services)) == "DB-0004");
        CHECK(test::must(find_lote(world.marina(), aracaju(), lote.id, world.services)).lote.situacao == SituacaoEnvio::gerado);
    });
}
