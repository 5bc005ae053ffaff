// SPDX-License-Identifier: Apache-2.0
// From one installation to another through the real routes, each on a database of its own.
#include "modules/transmission/tests/network.hpp"
#include "platform/db/migrate.hpp"

using namespace aroeira;
using namespace aroeira::transmission;
using namespace aroeira::transmission::testing;
using namespace std::chrono_literals;

namespace {

void for_each_pair(const std::function<void(SendingWorld&, ArrivalWorld&)>& test) {
    test::for_each_engine([&](db::Database& near) {
        const test::Place place(near.engine());
        const auto far = place.open();
        REQUIRE(db::migrate(*far, SystemClock{}));
        World here(near);
        SendingWorld sending(here);
        ArrivalWorld there(*far);
        there.received.clock.set(sending.now());
        here.transport.answer = ToRoutes(there);
        test(sending, there);
    });
}

/// Both clocks go on together, and the other side processes what it has.
void run_both(SendingWorld& s, ArrivalWorld& there) {
    for (int i = 0; i < 40; ++i) {
        const auto again = s.run();
        there.received.run_jobs();
        if (again >= s.now() + 20h) return;
        if (again > s.now()) s.world.received.clock.set(again);
        there.received.clock.set(s.now());
    }
    FAIL("the two never came to rest");
}

}  // namespace

TEST_CASE("[S2-259] What is kept in one installation arrives in another with its uuid and its bytes, once, and its verdict comes back") {
    for_each_pair([](SendingWorld& s, ArrivalWorld& there) {
        s.make(20, 8);
        run_both(s, there);
        const auto lotes = s.world.lotes();
        REQUIRE(lotes.size() == 3);
        for (const auto& lote : lotes) {
            CHECK(name_of(lote.situacao) == "concluido");
            CHECK(lote.aceitas == lote.fichas);
        }
        CHECK(there.received.rows("ficha") == 20);
        for (int i = 1; i <= 20; ++i) CHECK(there.received.keeps(Visita{.number = i}));
        s.hour(1);
        run_both(s, there);
        CHECK(there.received.rows("ficha") == 20);
        CHECK(there.received.rows("lote_recebido") == 3);
    });
}

TEST_CASE("What the other installation refuses comes back with its reason, and is accepted when its registry grew") {
    for_each_pair([](SendingWorld& s, ArrivalWorld& there) {
        there.received.catalogo = std::make_shared<fichas::testing::FewUnidades>(std::set<std::string, std::less<>>{});
        s.make(2);
        run_both(s, there);
        auto lote = s.world.lotes().at(0);
        CHECK(name_of(lote.situacao) == "concluido");
        CHECK(lote.rejeitadas == 2);
        const auto refused = test::must(list_fichas(s.world.marina(), aracaju(), lote.id, QuaisFichas::rejeitadas, 1, s.world.services)).items;
        REQUIRE(refused.size() == 2);
        CHECK_FALSE(test::must(fichas::parse_findings(refused[0].achados)).erros.at(0).mensagem.empty());
        // As the reprocessing does after an import of the CNES.
        test::must(there.received.services.unit.write([](fichas::Ports& ports) -> Result<void> {
            AROEIRA_CHECK(ports.session.run({"test.accept", "UPDATE ficha SET situacao = 'valida', achados = NULL"}));
            return {};
        }));
        s.wait(24h);
        there.received.clock.set(s.now());
        run_both(s, there);
        lote = s.world.lotes().at(0);
        CHECK(lote.aceitas == 2);
        CHECK(lote.rejeitadas == 0);
    });
}

TEST_CASE("Every question between the two breaks once on its way there or back, and each ficha is kept once") {
    for_each_pair([](SendingWorld& s, ArrivalWorld& there) {
        ToRoutes straight(there);
        int asked = 0, failing = 0;
        bool understood = false;
        s.world.transport.answer = [&](const client::Call& call) -> Result<client::Answer> {
            const bool breaks = asked++ == failing;
            const Error broke{ErrorKind::unavailable, "CLIENT-0004", "A resposta veio pela metade."};
            if (breaks && !understood) return broke;
            auto answer = straight(call);
            if (breaks) return broke;
            return answer;
        };
        int made = 0;
        for (const bool way : {false, true}) {
            understood = way;
            for (failing = 0; failing < 8; ++failing) {
                s.hour(1);
                s.make(2, 1);
                made += 2;
                asked = 0;
                there.received.clock.set(s.now());
                run_both(s, there);
                CHECK(there.received.rows("ficha") == made);
                CHECK(there.received.rows("lote_recebido") == made);
                CHECK(s.world.received.number("SELECT COUNT(*) FROM lote_enviado WHERE situacao = 'concluido'") == made);
            }
        }
    });
}

TEST_CASE("The same lote by file and over the network is kept once, and its verdicts are told") {
    for_each_pair([](SendingWorld& s, ArrivalWorld& there) {
        s.make(5);
        const auto lote = s.world.lotes().at(0);
        there.received.send(s.world.zip_in_store(lote), file_name_of(lote));
        there.received.run_jobs();
        run_both(s, there);
        CHECK(there.received.rows("ficha") == 5);
        CHECK(s.world.lotes().at(0).aceitas == 5);
    });
}
