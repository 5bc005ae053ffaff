// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/generate_lotes.hpp"

#include "modules/transmission/tests/generated.hpp"
#include "platform/crypto/crypto.hpp"

using namespace aroeira;
using namespace aroeira::transmission;
using namespace aroeira::transmission::testing;

TEST_CASE("[S2-255] «Gerar lotes» packs every valid ficha not sent yet, and asked again there is nothing to pack") {
    for_each_world([](World& world) {
        auto all = visits(3);
        all.push_back({.number = 4, .turno = fichas::testing::kNoSuchTurno});
        world.receive(all);
        const auto status = world.generate();
        CHECK(status.state == jobs::State::done);
        CHECK(status.result == R"({"lotes":1,"fichas":3})");
        const auto lotes = world.lotes();
        REQUIRE(lotes.size() == 1);
        CHECK(lotes[0].numero == 1);
        CHECK(lotes[0].fichas == 3);
        CHECK(lotes[0].situacao == SituacaoEnvio::gerado);
        CHECK(lotes[0].destino.nome == "Centralizador Nacional");
        CHECK(lotes[0].responsavel == "Marina Duarte");
        CHECK(lotes[0].criado == world.received.clock.now());
        CHECK(lotes[0].tamanho == static_cast<std::int64_t>(world.zip_in_store(lotes[0]).size()));
        CHECK(sent(world) == names_of(visits(3)));
        CHECK(world.generate().result == R"({"lotes":0,"fichas":0})");
        check_whole(world);
    });
}

TEST_CASE("A ficha that came again with other bytes leaves again as a new version, and the lote it was in stays as it was") {
    for_each_world([](World& world) {
        world.receive(visits(2));
        world.generate();
        const auto before = world.zip_in_store(world.lotes()[0]);
        const Visita corrected{.number = 2, .numero_lote = 9};
        world.receive({Visita{.number = 1}, corrected});
        world.generate();
        const auto lotes = world.lotes();
        REQUIRE(lotes.size() == 2);
        CHECK(world.zip_in_store(lotes[0]) == before);
        CHECK(entries_of(world.zip_in_store(lotes[1])) == std::map<std::string, std::string>{{corrected.file_name(), corrected.bytes()}});
        check_whole(world);
    });
}

TEST_CASE("A ficha that becomes invalid in its newer version does not leave") {
    for_each_world([](World& world) {
        world.receive({Visita{.number = 1}});
        world.receive({Visita{.number = 1, .turno = fichas::testing::kNoSuchTurno}});
        CHECK(world.generate().result == R"({"lotes":0,"fichas":0})");
        CHECK(world.lotes().empty());
    });
}

TEST_CASE("More fichas than a lote takes make several, numbered in a row, each ficha in one") {
    for_each_world([](World& world) {
        world.services.limits.fichas_max = 2;
        world.receive(visits(5));
        CHECK(world.generate().result == R"({"lotes":3,"fichas":5})");
        CHECK(sent(world) == names_of(visits(5)));
        check_whole(world);
    });
}

TEST_CASE("Each active destino gets every ficha, in lotes of its own") {
    for_each_world([](World& world) {
        world.services.limits.fichas_max = 2;
        world.run_sql("INSERT INTO destino (id, nome, ativo) VALUES ('00000000-0000-7000-8000-0000000000ff', 'Centralizador de Sergipe', 1)");
        world.receive(visits(3));
        CHECK(world.generate().result == R"({"lotes":4,"fichas":6})");
        std::map<std::string, std::int64_t> of_destino;
        for (const auto& lote : world.lotes()) of_destino[lote.destino.nome] += lote.fichas;
        CHECK(of_destino == std::map<std::string, std::int64_t>{{"Centralizador Nacional", 3}, {"Centralizador de Sergipe", 3}});
        check_whole(world);
    });
}

TEST_CASE("[S2-253] A lote carried as a file is received whole by another installation: every ficha valid, with its uuid and its bytes") {
    for_each_world([](World& world) {
        world.receive(visits(20));
        world.generate();
        const auto zip = world.zip_in_store(world.lotes().at(0));
        test::for_each_engine([&](db::Database& database) {
            fichas::testing::World municipal(database);
            const auto id = municipal.send(zip, file_name_of(world.lotes().at(0)));
            municipal.run_jobs();
            const auto lote = municipal.lote(id);
            CHECK(lote.situacao == fichas::SituacaoLote::processado);
            CHECK(lote.contagem.recebidas == 20);
            CHECK(lote.contagem.validas == 20);
            for (const auto& visit : visits(20)) {
                const auto original = test::must(municipal.read([&](fichas::Ports& ports) {
                    return ports.fichas.read_original(aracaju(), visit.uuid(), std::nullopt);
                }));
                CHECK(original.conteudo == visit.bytes());
            }
            const auto again = municipal.send(zip);
            municipal.run_jobs();
            CHECK(municipal.lote(again).contagem.repetidas == 20);
            CHECK(municipal.rows("ficha") == 20);
        });
    });
}

TEST_CASE("Each ficha of a lote is kept with its place in the zip and the SHA-256 of what went, and the zip says which lote it is") {
    for_each_world([](World& world) {
        world.receive(visits(3));
        world.generate();
        const auto lote = world.lotes().at(0);
        const auto zip = world.zip_in_store(lote);
        const auto archive = test::must(zip::Archive::open(zip));
        CHECK(archive.comment() == R"({"aroeira":1,"lote":")" + std::string(lote.id.text()) +
                                       R"(","numero":1,"remetente":"01900000-0000-7000-8000-0000000000aa","municipio":"2800308"})");
        CHECK(crypto::hex(crypto::sha256(zip)) == lote.sha256);
        const auto kept = test::must(world.read([&](Ports& ports) { return ports.envio.fichas(lote, QuaisFichas::todas, 0, 10); }));
        REQUIRE(kept.size() == 3);
        for (std::size_t i = 0; i < kept.size(); ++i) {
            std::string buffer;
            CHECK(kept[i].posicao == static_cast<std::int64_t>(i));
            CHECK(archive.entry(i).name == kept[i].uuid + ".esus");
            CHECK(kept[i].sha256 == crypto::sha256_text(test::must(archive.extract(i, buffer))));
            CHECK(kept[i].veredito.empty());
        }
    });
}
