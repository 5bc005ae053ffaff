// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/receive_chegada.hpp"

#include <atomic>
#include <thread>

#include "modules/transmission/tests/arrival_world.hpp"

using namespace aroeira;
using namespace aroeira::transmission;
using namespace aroeira::transmission::testing;
using namespace std::chrono_literals;

namespace {

std::vector<Visita> one(int number) { return {{.number = number}}; }

/// A lote of several parts that is left half sent.
SentLote half_sent(ArrivalWorld& world, std::int64_t numero, const std::string& key) {
    auto sent = world.lote(numero, std::string(40'000, 'x'));
    REQUIRE(test::must(world.announce(sent, key)).chegada);
    test::must(world.part(sent, 0, 20'000, key));
    return sent;
}

}  // namespace

TEST_CASE("A lote is announced, sent in parts, confirmed, processed and counted, and its sender can ask at each step") {
    for_each_arrival_world([](ArrivalWorld& world) {
        std::vector<Visita> visits;
        for (int i = 1; i <= 150; ++i) visits.push_back({.number = i, .turno = i == 1 ? fichas::testing::kNoSuchTurno : fichas::testing::kValidTurno});
        const auto sent = world.lote(7, visits);
        REQUIRE(sent.bytes.size() > 40'000);
        CHECK(test::must(world.announce(sent)).chegada->recebidos == 0);
        CHECK(test::must(world.part(sent, 0, 20'000)).recebidos == 20'000);
        CHECK(test::must(world.announce(sent)).chegada->recebidos == 20'000);
        CHECK(world.received.rows("lote_recebido") == 0);
        CHECK(world.deliver(sent, 16'384).situacao == SituacaoChegada::confirmado);
        const auto lote = world.received.lote(sent.anuncio.lote);
        CHECK(lote.canal == fichas::Canal::online);
        CHECK(lote.responsavel == "UBS Sol");
        CHECK(lote.ator == "posto");
        CHECK(lote.remetente == sent.anuncio.remetente.instalacao);
        CHECK(lote.numero_remetente == 7);
        CHECK(lote.entradas == 150);
        CHECK(lote.sha256 == sent.anuncio.sha256);
        CHECK(world.received.events(audit::Event::lote_recebido) == 1);
        CHECK(test::must(world.ask(sent)).situacao == SituacaoChegada::confirmado);
        world.received.run_jobs();
        const auto state = test::must(world.ask(sent));
        CHECK(state.situacao == SituacaoChegada::processado);
        CHECK(state.contagem->validas == 149);
        CHECK(state.contagem->invalidas == 1);
        CHECK(world.received.rows("lote_parte") == 0);
        CHECK(test::must(world.announce(sent)).chegada->situacao == SituacaoChegada::processado);
    });
}

TEST_CASE("A lote that came over the network waits for the hours of processing as any other") {
    for_each_arrival_world([](ArrivalWorld& world) {
        world.received.hours.continuous = false;
        const auto sent = world.lote(1, one(1));
        world.deliver(sent);
        CHECK(world.received.due() == 0);
        world.received.clock.set(from_ms(1'790'046'000'000));  // 2026-09-22, 00:00 in Aracaju
        world.received.run_jobs();
        CHECK(test::must(world.ask(sent)).situacao == SituacaoChegada::processado);
    });
}

TEST_CASE("Fichas sent one by one by the same credencial do not enter the lote it sent") {
    for_each_arrival_world([](ArrivalWorld& world) {
        const auto sent = world.lote(1, one(1));
        world.deliver(sent);
        world.received.run_jobs();
        test::must(world.received.read([&](fichas::Ports& ports) -> Result<void> {
            AROEIRA_TRY(const auto found, ports.fichas.find_online(aracaju(), "posto", world.received.clock.now() - 24h));
            CHECK_FALSE(found);
            return {};
        }));
    });
}

TEST_CASE("The same identifier with another file, or of a lote that is here already, is refused and touches nothing") {
    for_each_arrival_world([](ArrivalWorld& world) {
        auto sent = half_sent(world, 1, "posto");
        auto other = world.lote(1, one(2));
        other.anuncio.lote = sent.anuncio.lote;
        CHECK(code_of_failure(world.announce(other)) == "TRANS-0021");
        CHECK(test::must(world.ask(sent)).recebidos == 20'000);
        auto taken = world.lote(1, one(3));
        taken.anuncio.lote = world.received.send(zip_of(one(4)));
        CHECK(code_of_failure(world.announce(taken)) == "TRANS-0021");
        world.received.run_jobs();
        CHECK(world.received.lote(taken.anuncio.lote).contagem.validas == 1);
    });
}

TEST_CASE("What one credencial announced another cannot see nor feed, but one that knows the same file goes on with it") {
    for_each_arrival_world([](ArrivalWorld& world) {
        const auto sent = half_sent(world, 1, "velha");
        CHECK(code_of_failure(world.ask(sent, "nova")) == "TRANS-0025");
        CHECK(code_of_failure(world.part(sent, 20'000, 20'000, "nova")) == "TRANS-0025");
        CHECK(test::must(world.announce(sent, "nova")).chegada->recebidos == 20'000);
        CHECK(code_of_failure(world.ask(sent, "velha")) == "TRANS-0025");
        CHECK(test::must(world.ask(sent, "nova")).recebidos == 20'000);
    });
}

TEST_CASE("A município that is not active here is refused, unless the kind of this installation takes it") {
    for_each_arrival_world([](ArrivalWorld& world) {
        auto sent = world.lote(1, one(1));
        sent.anuncio.municipio = fichas::testing::other_municipio();
        CHECK(code_of_failure(world.announce(sent)) == "INST-0001");
        CHECK(code_of_failure(receive_chegada(world.posto("posto", aracaju()), sent.anuncio, world.services)) == "ACESSO-0005");
        world.activates = true;
        CHECK(test::must(world.announce(sent)).chegada);
        CHECK(world.received.number("SELECT COUNT(*) FROM municipio_ativo WHERE ativo = 1") == 2);
    });
}

TEST_CASE("One credencial begins so many lotes and no more, until it ends one; a lote larger than the limit is refused") {
    for_each_arrival_world([](ArrivalWorld& world) {
        world.services.limits.open_max = 2;
        const auto first = half_sent(world, 1, "posto");
        half_sent(world, 2, "posto");
        CHECK(code_of_failure(world.announce(world.lote(3, one(3)))) == "TRANS-0026");
        CHECK(test::must(world.announce(world.lote(3, one(3)), "outro")).chegada);
        CHECK(test::must(world.announce(first)).chegada);
        CHECK(code_of_failure(world.part(first, 20'000, 20'000)) == "RECEB-0014");  // not a zip: forgotten
        CHECK(test::must(world.announce(world.lote(3, one(3)))).chegada);
        auto large = world.lote(4, one(4));
        large.anuncio.tamanho = world.services.limits.lote_bytes_max + 1;
        CHECK(code_of_failure(world.announce(large)) == "TRANS-0027");
    });
}

TEST_CASE("When nothing is received over the network, or the installation moved, an announcement says so") {
    for_each_arrival_world([](ArrivalWorld& world) {
        const auto set = [&](std::string_view key, std::string_view value) {
            test::must(world.services.unit.write([&](ArrivalPorts& ports) { return instalacoes::SqlSettingsStore(ports.session).put(key, value); }));
        };
        set(instalacoes::keys::kOnlineReceiving, "nao");
        const auto off = world.announce(world.lote(1, one(1)));
        CHECK(code_of_failure(off) == "TRANS-0029");
        CHECK(off.error().message.find("desligado") != std::string::npos);
        set(instalacoes::keys::kOnlineReceiving, "sim");
        set(instalacoes::keys::kMovedTo, "https://novo.exemplo");
        CHECK(world.announce(world.lote(1, one(1))).error().message.find("https://novo.exemplo") != std::string::npos);
    });
}

TEST_CASE("A lote of which nothing came for a week is forgotten with its parts; one that goes on is not") {
    for_each_arrival_world([](ArrivalWorld& world) {
        const auto left = half_sent(world, 1, "posto");
        world.received.clock.set(world.received.clock.now() + 6 * 24h);
        const auto slow = half_sent(world, 2, "posto");
        world.received.clock.set(world.received.clock.now() + 24h + 1ms);
        test::must(world.announce(world.lote(3, one(3)), "outro"));
        CHECK(code_of_failure(world.ask(left)) == "TRANS-0025");
        CHECK(test::must(world.ask(slow)).recebidos == 20'000);
        CHECK(world.received.rows("lote_parte") == 1);
        CHECK(test::must(world.announce(left)).chegada->recebidos == 0);
    });
}

TEST_CASE("[S2-258] [S2-260] The Centralizador Nacional gives who it cannot receive now an hour of its own, keeps to it, and tells it in the local zone") {
    for_each_arrival_world([](ArrivalWorld& world) {
        world.set_kind(instalacoes::TipoInstalacao::centralizador_nacional);
        for (int i = 1; i <= 20; ++i) CHECK(test::must(world.announce(world.lote(i, one(i)), "m" + std::to_string(i))).chegada);
        std::vector<Instant> given;
        for (int i = 21; i <= 41; ++i) {
            const auto answer = test::must(world.announce(world.lote(i, one(i)), "m" + std::to_string(i)));
            REQUIRE(answer.agendado);
            CHECK_FALSE(answer.chegada);
            given.push_back(*answer.agendado);
        }
        const auto minute = std::chrono::floor<std::chrono::minutes>(world.received.clock.now());
        CHECK(given[0] == minute + 1min);
        CHECK(given[9] == minute + 1min);
        CHECK(given[10] == minute + 2min);
        CHECK(given[20] == minute + 3min);
        const auto again = test::must(world.announce(world.lote(21, one(21)), "m21"));
        CHECK(*again.agendado == given[0]);
        CHECK(again.hour == "11:14");

        // In its minute it enters though all are still here; others of that minute keep their places.
        world.received.clock.set(given[0] + 30s);
        CHECK(test::must(world.announce(world.lote(21, one(21)), "m21")).chegada);
        CHECK(test::must(world.announce(world.lote(121, one(21)), "m21")).chegada);
        CHECK(test::must(world.announce(world.lote(31, one(31)), "m31")).agendado == given[10]);
        CHECK(test::must(world.announce(world.lote(50, one(50)), "m50")).agendado == minute + 3min);
        CHECK(world.received.number("SELECT COUNT(*) FROM agendamento WHERE admitido_ms IS NOT NULL") == 1);
    });
}

TEST_CASE("Of many that announce at the same instant, as many enter as there are places and each other has a minute") {
    for_each_arrival_world([](ArrivalWorld& world) {
        constexpr int kSenders = 8, kPlaces = 3;
        world.services.at_once = kPlaces;
        std::vector<MayReceive> granted;
        std::vector<SentLote> lotes;
        for (int i = 1; i <= kSenders; ++i) {
            granted.push_back(world.posto("m" + std::to_string(i)));
            lotes.push_back(world.lote(i, one(i)));
        }
        std::atomic<int> entered{0}, told{0}, failed{0};
        std::vector<std::thread> threads;
        for (std::size_t i = 0; i < kSenders; ++i)
            threads.emplace_back([&, i] {
                const auto answer = receive_chegada(granted[i], lotes[i].anuncio, world.services);
                ++(!answer ? failed : answer->agendado ? told : entered);
            });
        for (auto& thread : threads) thread.join();
        CHECK(entered == kPlaces);
        CHECK(told == kSenders - kPlaces);
        CHECK(failed == 0);
        CHECK(world.received.rows("chegada") == kPlaces);
        CHECK(world.received.rows("agendamento") == kSenders - kPlaces);
        CHECK(world.received.number("SELECT COUNT(*) - COUNT(DISTINCT minuto_ms) FROM agendamento") == 0);
    });
}

TEST_CASE("When the others have ended, who comes enters, also before the minute it was given; other kinds of installation give none") {
    for_each_arrival_world([](ArrivalWorld& world) {
        world.services.at_once = 1;
        const auto first = world.lote(1, one(1));
        test::must(world.announce(first, "m1"));
        CHECK(test::must(world.announce(world.lote(2, one(2)), "m2")).agendado);
        test::must(world.part(first, 0, first.bytes.size(), "m1"));
        CHECK(test::must(world.announce(world.lote(2, one(2)), "m2")).chegada);
        CHECK(world.received.rows("agendamento") == 0);
        // One whose sender went away takes no place.
        world.received.clock.set(world.received.clock.now() + kActive + 1ms);
        CHECK(test::must(world.announce(world.lote(3, one(3)), "m3")).chegada);
        world.services.at_once = std::nullopt;
        for (int i = 4; i < 40; ++i) CHECK(test::must(world.announce(world.lote(i, one(i)), "m" + std::to_string(i))).chegada);
    });
}
