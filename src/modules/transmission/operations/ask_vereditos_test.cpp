// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/ask_vereditos.hpp"

#include "modules/transmission/tests/receiver.hpp"

using namespace aroeira;
using namespace aroeira::transmission;
using namespace aroeira::transmission::testing;
using namespace std::chrono_literals;

namespace {

std::vector<FichaEnviada> fichas_of(SendingWorld& s, QuaisFichas which) {
    return test::must(list_fichas(s.world.marina(), aracaju(), s.world.lotes().at(0).id, which, 1, s.world.services)).items;
}

std::int64_t questions(SendingWorld& s) {
    std::int64_t count = 0;
    for (const auto& one : s.receiver.questions)
        if (one.ends_with("/vereditos")) ++count;
    return count;
}

}  // namespace

TEST_CASE("The pause between two questions doubles from two seconds to an hour") {
    CHECK(pause_before(0) == 2s);
    CHECK(pause_before(1) == 4s);
    CHECK(pause_before(10) == 2048s);
    CHECK(pause_before(11) == 1h);
    CHECK(pause_before(1'000'000) == 1h);
}

TEST_CASE("A verdict per ficha comes back: how many were accepted, which were not, and why") {
    for_each_sending_world([](SendingWorld& s) {
        s.make(5);
        s.receiver.said[Visita{.number = 2}.uuid()] = "rejeitada";
        s.receiver.said[Visita{.number = 4}.uuid()] = "rejeitada";
        s.run_to_the_end();
        const auto lote = s.world.lotes().at(0);
        CHECK(name_of(lote.situacao) == "concluido");
        CHECK(lote.aceitas == 3);
        CHECK(lote.rejeitadas == 2);
        const auto refused = fichas_of(s, QuaisFichas::rejeitadas);
        REQUIRE(refused.size() == 2);
        CHECK(refused[0].uuid == Visita{.number = 2}.uuid());
        CHECK(test::must(fichas::parse_findings(refused[0].achados)).erros.at(0).mensagem == "O CNES não existe aqui.");
        CHECK(fichas_of(s, QuaisFichas::aceitas).size() == 3);
        CHECK(fichas_of(s, QuaisFichas::pendentes).empty());
        CHECK(fichas_of(s, QuaisFichas::todas).size() == 5);
        CHECK(test::must(find_lote(s.world.marina(), aracaju(), lote.id, s.world.services)).historico.back().detalhe == "3 aceitas, 2 rejeitadas.");
    });
}

TEST_CASE("While the destino has not processed the lote it is asked at a growing pause, and nothing else waits for that") {
    for_each_sending_world([](SendingWorld& s) {
        s.receiver.processes = false;
        s.make(2, 1);
        s.run();
        CHECK(s.receiver.order.size() == 2);
        CHECK(s.states() == std::vector<std::string>{"enviado", "enviado"});
        std::chrono::milliseconds last{0};
        for (int i = 0; i < 30; ++i) {
            const auto again = s.run();
            last = std::max(last, again - s.now());
            s.world.received.clock.set(again);
        }
        CHECK(last > 30min);
        CHECK(last <= 1h);
        CHECK(questions(s) == 0);
        for (auto& [id, held] : s.receiver.lotes) held.situacao = "processado";
        s.run_to_the_end();
        s.check_all_arrived(2);
    });
}

TEST_CASE("Many fichas are asked of a thousand at a time, and a crash between two blocks repeats none of the answers") {
    for_each_sending_world([](SendingWorld& s) {
        s.make(2300);
        s.receiver.said[Visita{.number = 1200}.uuid()] = "rejeitada";
        s.run();
        s.wait(2s);
        const auto died = s.try_run([](ShortJob& job) { job.commits_left = 2; });
        CHECK(code_of_failure(died) == "DB-0004");
        CHECK(s.world.received.number("SELECT COUNT(*) FROM ficha_enviada WHERE veredito IS NOT NULL") == 2000);
        s.run_to_the_end();
        const auto lote = s.world.lotes().at(0);
        CHECK(lote.aceitas == 2299);
        CHECK(lote.rejeitadas == 1);
        CHECK(questions(s) == 4);
        CHECK(s.world.received.number("SELECT COUNT(*) FROM ficha_enviada WHERE veredito = 'aceita'") == 2299);
    });
}

TEST_CASE("Rejeitadas are asked of again each day for ninety days, because the registry of the destino may grow") {
    for_each_sending_world([](SendingWorld& s) {
        s.make(3);
        const auto uuid = Visita{.number = 2}.uuid();
        s.receiver.said[uuid] = "rejeitada";
        s.run_to_the_end();
        const auto before = questions(s);
        CHECK(s.run() == s.now() + 24h);
        s.wait(24h);
        s.run();
        CHECK(questions(s) == before + 1);
        CHECK(s.world.transport.asked().back().body.find(uuid) != std::string::npos);
        CHECK(s.world.transport.asked().back().body.find(Visita{.number = 1}.uuid()) == std::string::npos);
        CHECK(s.world.lotes().at(0).rejeitadas == 1);
        s.receiver.said.clear();
        s.wait(24h);
        s.run();
        auto lote = s.world.lotes().at(0);
        CHECK(lote.aceitas == 3);
        CHECK(lote.rejeitadas == 0);
        CHECK(s.acts(lote) == std::vector<std::string>{"gerado", "iniciado", "enviado", "concluido", "concluido"});
        s.wait(24h);
        const auto asked = s.receiver.asked;
        s.run();
        CHECK(s.receiver.asked == asked);
    });
}

TEST_CASE("After ninety days a refused ficha is asked of no more") {
    for_each_sending_world([](SendingWorld& s) {
        s.make(1);
        s.receiver.otherwise = "rejeitada";
        s.run_to_the_end();
        int days = 0;
        for (; days < 120; ++days) {
            const auto asked = s.receiver.asked;
            s.wait(24h);
            s.run();
            if (s.receiver.asked == asked) break;
        }
        CHECK(days == 89);
    });
}

TEST_CASE("A ficha the destino refused and somebody corrected leaves as a new version in the next lote, and both ends keep the history") {
    for_each_sending_world([](SendingWorld& s) {
        s.make(2);
        const auto uuid = Visita{.number = 2}.uuid();
        s.receiver.said[uuid] = "rejeitada";
        s.run_to_the_end();
        s.world.run_sql("DELETE FROM trabalho");
        s.world.receive({Visita{.number = 2, .numero_lote = 9}});
        s.receiver.said.clear();
        ShortJob job(s.world);
        test::must(generate_lotes(job, s.world.services));
        s.hour(1);
        s.run_to_the_end();
        const auto lotes = s.world.lotes();
        REQUIRE(lotes.size() == 2);
        CHECK(entries_of(s.receiver.lotes.at(std::string(lotes[1].id.text())).bytes) ==
              std::map<std::string, std::string>{{uuid + ".esus", Visita{.number = 2, .numero_lote = 9}.bytes()}});
        const auto versions = test::must(list_fichas(s.world.marina(), aracaju(), lotes[1].id, QuaisFichas::aceitas, 1, s.world.services)).items;
        REQUIRE(versions.size() == 1);
        CHECK(versions[0].versao == 2);
    });
}

TEST_CASE("A lote the destino confirmed and no longer knows, nor any ficha of it, is sent again") {
    for_each_sending_world([](SendingWorld& s) {
        s.make(2);
        s.run();
        s.receiver.lotes.clear();
        s.receiver.order.clear();
        s.receiver.otherwise = "desconhecida";
        s.wait(2s);
        s.run();
        s.receiver.otherwise = "aceita";
        s.run_to_the_end();
        CHECK(s.receiver.order == std::vector<std::int64_t>{1});
        CHECK(s.acts(s.world.lotes().at(0)) == std::vector<std::string>{"gerado", "iniciado", "enviado", "perdido", "iniciado", "enviado", "concluido"});
        CHECK(s.states() == std::vector<std::string>{"concluido"});
    });
}

TEST_CASE("A destino that forgot the arrival of a lote and still knows its fichas is believed") {
    for_each_sending_world([](SendingWorld& s) {
        s.make(2);
        s.run();
        s.receiver.lotes.clear();
        s.wait(2s);
        s.run();
        CHECK(s.states() == std::vector<std::string>{"concluido"});
    });
}

TEST_CASE("A ficha of which the destino says nothing after processing is told of, and asked of again the next day") {
    for_each_sending_world([](SendingWorld& s) {
        s.make(3);
        s.receiver.said[Visita{.number = 3}.uuid()] = "desconhecida";
        s.run_to_the_end();
        auto lote = s.world.lotes().at(0);
        CHECK(name_of(lote.situacao) == "enviado");
        CHECK(lote.causa.find("nada de 1 fichas") != std::string::npos);
        CHECK(fichas_of(s, QuaisFichas::pendentes).size() == 1);
        s.receiver.said.clear();
        s.wait(24h);
        s.run();
        s.check_all_arrived(3);
        CHECK(s.world.lotes().at(0).causa.empty());
    });
}

TEST_CASE("A lote that failed at the destino after it was confirmed waits for somebody, with the words of the destino") {
    for_each_sending_world([](SendingWorld& s) {
        s.make(1);
        s.receiver.processes = false;
        s.run();
        const std::string id(s.world.lotes().at(0).id.text());
        s.receiver.before = [&](const client::Call& call, int) -> std::optional<Result<client::Answer>> {
            if (call.method != client::Method::get) return std::nullopt;
            return Result<client::Answer>(answered(200, R"({"lote":")" + id + R"(","situacao":"falhou","recebidos":1,"mensagem":"Cancelado lá."})"));
        };
        s.wait(2s);
        s.run();
        CHECK(s.states() == std::vector<std::string>{"parado"});
        CHECK(s.world.lotes().at(0).causa == "Cancelado lá.");
    });
}
