// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/receive_parte.hpp"

#include <atomic>

#include "modules/transmission/tests/arrival_world.hpp"

using namespace aroeira;
using namespace aroeira::transmission;
using namespace aroeira::transmission::testing;

namespace {

std::vector<Visita> many(int count) {
    std::vector<Visita> visits;
    for (int i = 1; i <= count; ++i) visits.push_back({.number = i});
    return visits;
}

/// Refused for what it is: nothing of it stays but the audit row, and it may be announced again.
void check_refused(ArrivalWorld& world, const SentLote& sent, const std::string& code) {
    CAPTURE(code);
    const auto before = world.received.events(audit::Event::lote_recusado);
    REQUIRE(test::must(world.announce(sent)).chegada);
    CHECK(code_of_failure(world.part(sent, 0, sent.bytes.size())) == code);
    CHECK(world.received.events(audit::Event::lote_recusado) == before + 1);
    for (const auto* table : {"chegada", "lote_parte", "lote_recebido", "trabalho"}) CHECK(world.received.rows(table) == 0);
}

}  // namespace

TEST_CASE("A part that is not the next one is refused and changes nothing; once confirmed, whatever comes is answered") {
    for_each_arrival_world([](ArrivalWorld& world) {
        const auto sent = world.lote(1, many(150));
        test::must(world.announce(sent));
        CHECK(code_of_failure(world.part(sent, 16'384, 16'384)) == "TRANS-0022");
        test::must(world.part(sent, 0, 16'384));
        CHECK(code_of_failure(world.part(sent, 0, 16'384)) == "TRANS-0022");
        CHECK(test::must(world.ask(sent)).recebidos == 16'384);
        CHECK(test::must(world.part(sent, 16'384, sent.bytes.size())).situacao == SituacaoChegada::confirmado);
        CHECK(test::must(world.part(sent, 16'384, sent.bytes.size())).situacao == SituacaoChegada::confirmado);
        world.received.run_jobs();
        CHECK(test::must(world.ask(sent)).contagem->validas == 150);
    });
}

TEST_CASE("Bad input: a part that is empty, too small, too large, past the end or at no place is refused") {
    for_each_arrival_world([](ArrivalWorld& world) {
        const auto sent = world.lote(1, many(150));
        test::must(world.announce(sent));
        const auto at = [&](std::string_view from, std::string_view bytes) {
            return code_of_failure(receive_parte(world.posto(), aracaju(), sent.anuncio.lote, {from, bytes}, world.services));
        };
        CHECK(at("0", "") == "TRANS-0028");
        CHECK(at("0", std::string(100, 'x')) == "TRANS-0028");
        CHECK(at("0", std::string(sent.bytes.size() + 1, 'x')) == "TRANS-0028");
        world.services.limits.part_bytes_max = 20'000;
        CHECK(at("0", std::string(20'001, 'x')) == "TRANS-0028");
        for (const auto* place : {"", "-1", "x", "0x", " 0", "1e3", "99999999999999999999"}) CHECK(at(place, std::string(16'384, 'x')) == "TRANS-0028");
        CHECK(test::must(world.ask(sent)).recebidos == 0);
        CHECK(world.received.rows("lote_parte") == 0);
    });
}

TEST_CASE("Bad input: a whole that is not what was announced, or is no sound zip with fichas, is forgotten and recorded") {
    for_each_arrival_world([](ArrivalWorld& world) {
        auto altered = world.lote(1, many(3));
        altered.bytes[altered.bytes.size() / 2] ^= 1;
        check_refused(world, altered, "TRANS-0023");
        check_refused(world, world.lote(2, std::string("isto não é um zip")), "RECEB-0014");
        check_refused(world, world.lote(3, zip_of({{"pasta/", ""}})), "RECEB-0010");
        check_refused(world, world.lote(4, zip_of({{"dentro.zip", zip_of(many(1))}})), "ZIP-0011");
        check_refused(world, world.lote(5, zip_of({{"a.esus", std::string(20'000'000, 'x')}})), "ZIP-0010");
        check_refused(world, world.lote(6, zip_of(many(2)).substr(0, 200)), "ZIP-0002");
    });
}

TEST_CASE("Two connections with the same part at once: one is kept, the other is told where the lote is") {
    for_each_arrival_world([](ArrivalWorld& world) {
        const auto sent = world.lote(1, many(300));
        test::must(world.announce(sent));
        std::atomic<int> kept{0};
        const auto granted = world.posto();
        const auto send = [&] {
            for (std::size_t from = 0; from < sent.bytes.size(); from += 16'384) {
                const auto place = std::to_string(from);
                const auto state = receive_parte(granted, aracaju(), sent.anuncio.lote, {place, std::string_view(sent.bytes).substr(from, 16'384)}, world.services);
                if (state && state->recebidos == std::min<std::int64_t>(sent.anuncio.tamanho, static_cast<std::int64_t>(from) + 16'384)) ++kept;
                else if (!state) CHECK(state.error().code.text() == "TRANS-0022");
            }
        };
        std::thread one(send), two(send);
        one.join();
        two.join();
        CHECK(test::must(world.ask(sent)).situacao == SituacaoChegada::confirmado);
        CHECK(world.received.events(audit::Event::lote_recebido) == 1);
        world.received.run_jobs();
        CHECK(test::must(world.ask(sent)).contagem->validas == 300);
    });
}

TEST_CASE("An old version that arrives after a newer one of the same installation does not take its place") {
    for_each_arrival_world([](ArrivalWorld& world) {
        world.deliver(world.lote(2, {{.turno = 2}}));
        world.received.run_jobs();
        world.deliver(world.lote(1, {{.turno = 3}}));
        world.received.run_jobs();
        CHECK(world.received.number("SELECT COUNT(*) FROM ficha WHERE atual = 1") == 1);
        const auto versions = world.received.versions(Visita{});
        REQUIRE(versions.size() == 2);
        CHECK(versions[0].resumo.versao == 1);
        CHECK(versions[0].atual);
    });
}

TEST_CASE("Verdicts are told of at most a thousand fichas, to who may send to that município") {
    for_each_arrival_world([](ArrivalWorld& world) {
        world.deliver(world.lote(1, many(1)));
        world.received.run_jobs();
        const std::vector<fichas::SentFicha> asked{{Visita{}.uuid(), crypto::sha256_text(Visita{}.bytes())}};
        const auto told = test::must(tell_vereditos(world.posto(), aracaju(), asked, world.services));
        CHECK(told[0].veredito == fichas::Veredito::aceita);
        CHECK(code_of_failure(tell_vereditos(world.posto(), aracaju(), std::vector<fichas::SentFicha>(1001), world.services)) == "TRANS-0024");
        CHECK(code_of_failure(tell_vereditos(world.posto("posto", aracaju()), fichas::testing::other_municipio(), asked, world.services)) == "ACESSO-0005");
    });
}
