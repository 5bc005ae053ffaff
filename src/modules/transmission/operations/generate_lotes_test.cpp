// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/generate_lotes.hpp"

#include "modules/transmission/tests/world.hpp"
#include "platform/crypto/crypto.hpp"

using namespace aroeira;
using namespace aroeira::transmission;
using namespace aroeira::transmission::testing;

namespace {

std::vector<Visita> visits(int count) {
    std::vector<Visita> all;
    for (int i = 1; i <= count; ++i) all.push_back({.number = i});
    return all;
}

/// Everything that left, over all lotes, each name as often as it left.
std::multiset<std::string> sent(World& world) {
    std::multiset<std::string> names;
    for (const auto& lote : world.lotes())
        for (const auto& [name, bytes] : entries_of(world.zip_in_store(lote))) names.insert(name);
    return names;
}

std::multiset<std::string> names_of(const std::vector<Visita>& all) {
    std::multiset<std::string> names;
    for (const auto& visit : all) names.insert(visit.file_name());
    return names;
}

/// Lotes, their fichas, their history and their audit rows tell the same.
void check_whole(World& world) {
    std::int64_t fichas = 0;
    std::int64_t numero = 0;
    const auto lotes = world.lotes();
    for (const auto& lote : lotes) {
        fichas += lote.fichas;
        CHECK(lote.numero == ++numero);
        CHECK(entries_of(world.zip_in_store(lote)).size() == static_cast<std::size_t>(lote.fichas));
    }
    CHECK(world.received.rows("ficha_enviada") == fichas);
    CHECK(world.received.rows("lote_enviado_historico") == static_cast<std::int64_t>(lotes.size()));
    CHECK(world.received.events(audit::Event::lote_gerado) == static_cast<std::int64_t>(lotes.size()));
}

}  // namespace

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

TEST_CASE("When the database fails inside the commit of any lote, that lote leaves no trace and the next run makes it") {
    for_each_world([](World& world) {
        world.services.limits.fichas_max = 1;
        world.receive(visits(4));
        for (int kept = 0; kept < 4; ++kept) {
            world.acts_left = kept == 0 ? 0 : 1;
            ShortJob job(world);
            CHECK(code_of_failure(generate_lotes(job, world.services)) == "DB-0004");
            world.acts_left = 1'000'000;
            CHECK(world.lotes().size() == static_cast<std::size_t>(kept));
            check_whole(world);
        }
        ShortJob last(world);
        CHECK(test::must(generate_lotes(last, world.services)) == R"({"lotes":4,"fichas":4})");
        CHECK(sent(world) == names_of(visits(4)));
        check_whole(world);
    });
}

TEST_CASE("A run that lost its lease to another node writes nothing, also when it starts from an old cursor") {
    for_each_world([](World& world) {
        world.receive(visits(2));
        ShortJob late(world);
        late.loses_lease = true;
        CHECK(code_of_failure(generate_lotes(late, world.services)) == "JOBS-0004");
        CHECK(world.received.rows("lote_enviado") == 0);
        world.generate();
        ShortJob old(world);
        CHECK(test::must(generate_lotes(old, world.services)) == R"({"lotes":0,"fichas":0})");
        CHECK(sent(world) == names_of(visits(2)));
    });
}

TEST_CASE("A job asked to stop ends between two lotes, and the next run goes on from there") {
    for_each_world([](World& world) {
        world.services.limits.fichas_max = 1;
        world.receive(visits(3));
        ShortJob first(world);
        first.stops_after = 2;
        test::must(generate_lotes(first, world.services));
        CHECK(world.lotes().size() == 2);
        ShortJob second(world);
        CHECK(test::must(generate_lotes(second, world.services)) == R"({"lotes":3,"fichas":3})");
        CHECK(second.saves == 1);
        CHECK(sent(world) == names_of(visits(3)));
    });
}

TEST_CASE("What comes in while a job is stopped leaves when it goes on, to every destino once") {
    for_each_world([](World& world) {
        world.services.limits.fichas_max = 1;
        world.run_sql("INSERT INTO destino (id, nome, ativo) VALUES ('00000000-0000-7000-8000-0000000000ff', 'Centralizador de Sergipe', 1)");
        world.receive(visits(2));
        ShortJob first(world);
        first.stops_after = 3;
        test::must(generate_lotes(first, world.services));
        world.receive({Visita{.number = 3}});
        ShortJob second(world);
        CHECK(test::must(generate_lotes(second, world.services)) == R"({"lotes":6,"fichas":6})");
        CHECK(world.received.number("SELECT COUNT(*) FROM ficha_enviada WHERE destino = '00000000-0000-7000-8000-000000000001'") == 3);
    });
}

TEST_CASE("Who lost the permission after asking gets no lote") {
    for_each_world([](World& world) {
        world.receive(visits(1));
        world.may_no_longer = true;
        CHECK(world.generate().state == jobs::State::failed);
        CHECK(world.lotes().empty());
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

namespace {

constexpr auto kEstadual = "00000000-0000-7000-8000-0000000000ff";

std::int64_t sent_to(World& world, const std::string& destino) {
    return world.received.number("SELECT COUNT(*) FROM ficha_enviada WHERE destino = '" + destino + "'");
}

}  // namespace

TEST_CASE("A generation looks only at what came in since the last one, and at nothing when nothing did") {
    for_each_world([](World& world) {
        world.receive(visits(3));
        world.generate();
        CHECK(world.received.number("SELECT COUNT(*) FROM envio_percurso WHERE completo = 1 AND lote = ''") == 1);
        CHECK(world.received.rows("envio_percurso") == 1);
        // Were they looked at again, these would leave again.
        world.run_sql("DELETE FROM ficha_enviada");
        CHECK(world.generate().result == R"({"lotes":0,"fichas":0})");
        world.receive({Visita{.number = 4}, Visita{.number = 1}});
        CHECK(world.generate().result == R"({"lotes":1,"fichas":1})");
        CHECK(world.received.rows("envio_percurso") == 1);
    });
}

TEST_CASE("News that fill more than a lote go on where it was full, also within one received lote") {
    for_each_world([](World& world) {
        world.services.limits.fichas_max = 2;
        world.generate();
        world.receive({Visita{.number = 1}, Visita{.number = 2}, Visita{.number = 3}});
        world.receive({Visita{.number = 4}, Visita{.number = 5}});
        ShortJob first(world);
        first.stops_after = 1;
        test::must(generate_lotes(first, world.services));
        CHECK(world.received.number("SELECT posicao FROM envio_percurso WHERE lote <> '' ORDER BY posicao DESC LIMIT 1") == 2);
        CHECK(world.generate().result == R"({"lotes":2,"fichas":3})");
        CHECK(sent(world) == names_of(visits(5)));
        CHECK(world.received.rows("envio_percurso") == 1);
        check_whole(world);
    });
}

TEST_CASE("A destino that is new, or was inactive for a while, gets everything it has not got, once") {
    for_each_world([](World& world) {
        world.receive(visits(3));
        world.generate();
        world.run_sql(std::string("INSERT INTO destino (id, nome, ativo) VALUES ('") + kEstadual + "', 'Centralizador de Sergipe', 1)");
        CHECK(world.generate().result == R"({"lotes":1,"fichas":3})");
        world.run_sql(std::string("UPDATE destino SET ativo = 0 WHERE id = '") + kEstadual + "'");
        world.receive({Visita{.number = 4}});
        world.generate();
        CHECK(sent_to(world, kEstadual) == 3);
        world.run_sql(std::string("UPDATE destino SET ativo = 1 WHERE id = '") + kEstadual + "'");
        CHECK(world.generate().result == R"({"lotes":1,"fichas":1})");
        CHECK(sent_to(world, kEstadual) == 4);
        CHECK(sent_to(world, "00000000-0000-7000-8000-000000000001") == 4);
        world.run_sql(std::string("UPDATE destino SET removido = 1 WHERE id = '") + kEstadual + "'");
        world.receive({Visita{.number = 5}});
        CHECK(world.generate().result == R"({"lotes":1,"fichas":1})");
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

TEST_CASE("When lotes were made, the sending of every destino with an address is woken, once") {
    for_each_world([](World& world) {
        const auto waiting = [&] { return world.received.number("SELECT COUNT(*) FROM trabalho WHERE tipo = 'transmissao_enviar'"); };
        world.receive(visits(1));
        ShortJob without(world);
        test::must(generate_lotes(without, world.services));
        CHECK(waiting() == 0);
        world.services.limits.fichas_max = 1;
        world.receive({Visita{.number = 2}, Visita{.number = 3}});
        world.run_sql("UPDATE destino SET endereco = 'http://localhost:1'");
        for (int run = 0; run < 2; ++run) {
            ShortJob with(world);
            with.stops_after = 1;
            test::must(generate_lotes(with, world.services));
            CHECK(world.received.rows("lote_enviado") == run + 2);
            CHECK(waiting() == 1);
        }
    });
}
