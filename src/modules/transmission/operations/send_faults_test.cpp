// SPDX-License-Identifier: Apache-2.0
// What goes wrong on the way between two installations. In each case nothing is lost, nothing is doubled and the cause is shown.
#include "modules/transmission/tests/faults.hpp"

using namespace aroeira;
using namespace aroeira::transmission;
using namespace aroeira::transmission::testing;
using namespace std::chrono_literals;

TEST_CASE("Whatever a destino answers that is no answer is a failure with its cause, and later everything arrives once") {
    struct Case {
        const char* what;
        Result<client::Answer> answer;
        const char* cause;
    };
    const std::vector<Case> cases{
        {"504", answered(504, "<html>Gateway Timeout</html>", "text/html"), "erro 504"},
        {"500", problem(500, "DB-0004", "O banco de dados não respondeu."), "O banco de dados não respondeu."},
        {"503 without an hour", problem(503, "DB-0004", "Disco cheio."), "Disco cheio."},
        {"HTML instead of JSON", answered(200, "<html>Entre na rede</html>", "text/html"), "não se entende"},
        {"half a body", answered(200, R"({"lote":"01990)"), "não se entende"},
        {"an empty body", answered(200, ""), "não se entende"},
        {"a redirection", answered(302, "", "text/html"), "outro lugar"},
        {"404 of a proxy", answered(404, "<html>", "text/html"), "Confira o endereço"},
        {"413 of a proxy", answered(413, "<html>", "text/html"), "erro 413"},
        {"nobody answers", broken("CLIENT-0001", "Ninguém responde neste endereço."), "Ninguém responde"},
        {"too slow", broken("CLIENT-0002", "O servidor demorou demais."), "demorou demais"},
        {"wrong certificate", broken("CLIENT-0003", "O certificado do servidor não é de confiança."), "certificado"},
        {"the answer broke off", broken("CLIENT-0004", "A resposta veio pela metade."), "pela metade"},
    };
    for_each_sending_world([&](SendingWorld& s) {
        int made = 0;
        for (const auto& one : cases) {
            CAPTURE(one.what);
            s.hour(1);
            s.make(2);
            ++made;
            s.receiver.before = always(one.answer);
            const auto again = s.run();
            CHECK(s.tentativas().falhas == 1);
            CHECK(again == s.now() + 30s);
            const auto lote = s.world.lotes().back();
            CHECK(lote.causa.find(one.cause) != std::string::npos);
            CHECK(lote.proxima == again);
            CHECK(name_of(lote.situacao) == "gerado");
            s.receiver.before = {};
            s.receiver.after = always(one.answer, 3);  // Now it did what was asked, and we do not hear of it.
            for (int i = 0; i < 4; ++i) s.world.received.clock.set(s.run());
            s.receiver.after = {};
            s.run_to_the_end();
            s.check_all_arrived(2 * made);
            CHECK(s.tentativas().falhas == 0);
            CHECK(s.tentativas().causa.empty());
        }
    });
}

TEST_CASE("Each question of a conversation fails once, before or after it was understood, and all arrives once") {
    for_each_sending_world([](SendingWorld& s) {
        s.receiver.part_bytes_max = 700;
        int made = 0;
        for (const bool understood : {false, true}) {
            int questions = 1;
            for (int failing = 0; failing < questions; ++failing) {
                s.hour(1);
                s.make(6, 3);
                made += 6;
                const int first = s.receiver.asked;
                (understood ? s.receiver.after : s.receiver.before) = [&](const client::Call&, int n) -> std::optional<Result<client::Answer>> {
                    if (n != first + failing) return std::nullopt;
                    return broken("CLIENT-0004", "A resposta veio pela metade.");
                };
                s.run_to_the_end();
                questions = std::max(questions, s.receiver.asked - first - 4);
                s.receiver.before = s.receiver.after = {};
                s.check_all_arrived(made);
            }
            CHECK(questions > 8);
        }
    });
}

TEST_CASE("The machine loses power at any commit, and goes on: nothing lost, nothing doubled") {
    for_each_sending_world([](SendingWorld& s) {
        s.receiver.part_bytes_max = 700;
        int made = 0;
        for (int commits = 0; commits < 12; ++commits) {
            s.hour(1);
            s.make(6, 3);
            made += 6;
            const auto died = s.try_run([&](ShortJob& job) { job.commits_left = commits; });
            if (!died) CHECK(code_of_failure(died) == "DB-0004");
            s.run_to_the_end();
            s.check_all_arrived(made);
        }
    });
}

TEST_CASE("[S2-260] A receiver that says when to come is asked nothing before, and its hour is shown at once") {
    for_each_sending_world([](SendingWorld& s) {
        s.make(1);
        s.receiver.before = always(problem(503, "TRANS-0020", "O Centralizador Nacional agendou o envio para 02:30.", {{"retry-after", "5400"}}), 1);
        const auto again = s.run();
        CHECK(again == s.now() + 90min);
        auto lote = s.world.lotes().at(0);
        CHECK(lote.proxima == again);
        CHECK(lote.destino.tentativas.agendada);
        CHECK(lote.causa == "O Centralizador Nacional agendou o envio para 02:30.");
        CHECK(s.tentativas().falhas == 0);
        const int asked = s.receiver.asked;
        s.wait(89min);
        CHECK(s.run() == again);
        CHECK(s.receiver.asked == asked);
        s.wait(1min);
        s.run_to_the_end();
        s.check_all_arrived(1);
        CHECK_FALSE(s.tentativas().agendada);
    });
}

TEST_CASE("A 429 with Retry-After as a date of a clock that is one hour off is waited for as long as it means") {
    for_each_sending_world([](SendingWorld& s) {
        s.make(1);
        s.receiver.before = always(answered(429, "", "text/plain", {{"retry-after", "Mon, 21 Sep 2026 12:10:00 GMT"}, {"date", "Mon, 21 Sep 2026 12:00:00 GMT"}}), 1);
        CHECK(s.run() == s.now() + 10min);
    });
}

TEST_CASE("After twelve failures the destino is parado and tried once a day when its window opens; one success forgets them all") {
    for_each_sending_world([](SendingWorld& s) {
        s.make(1);
        s.receiver.before = always(broken("CLIENT-0001", "Ninguém responde neste endereço."));
        for (int i = 0; i < 200 && !s.tentativas().parado; ++i) s.world.received.clock.set(s.run());
        CHECK(s.tentativas().falhas == 12);
        CHECK(s.world.lotes().at(0).destino.tentativas.parado);
        for (int day = 0; day < 3; ++day) {
            const auto again = s.run();
            CHECK(again == next_time(0, s.now(), fichas::testing::kOffsetMinutes));
            s.world.received.clock.set(again);
        }
        s.receiver.before = {};
        s.run_to_the_end();
        s.check_all_arrived(1);
        CHECK_FALSE(s.tentativas().parado);
        CHECK(s.tentativas().falhas == 0);
    });
}
