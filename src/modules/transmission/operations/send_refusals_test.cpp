// SPDX-License-Identifier: Apache-2.0
// What a receiver refuses, and what arrives otherwise than it was sent.
#include "modules/transmission/tests/faults.hpp"

using namespace aroeira;
using namespace aroeira::transmission;
using namespace aroeira::transmission::testing;
using namespace std::chrono_literals;

TEST_CASE("A destino that no longer knows the session is entered once more; one that refuses the credencial is a failure with that cause") {
    for_each_sending_world([](SendingWorld& s) {
        s.make(1);
        s.receiver.before = [](const client::Call& call, int) -> std::optional<Result<client::Answer>> {
            const bool old = !call.headers.empty() && call.headers[0].second == "JSESSIONID=sessao1" && call.method == client::Method::put;
            if (old) return Result<client::Answer>(problem(401, "ACESSO-0001"));
            return std::nullopt;
        };
        s.run_to_the_end();
        s.check_all_arrived(1);
        CHECK(s.receiver.logins == 3);

        s.hour(1);
        s.make(1);
        s.receiver.before = [](const client::Call& call, int) -> std::optional<Result<client::Answer>> {
            if (call.url.ends_with("/login")) return Result<client::Answer>(answered(400, "Usuário ou senha inválidos.", "text/plain"));
            return std::nullopt;
        };
        s.run();
        CHECK(s.tentativas().falhas == 1);
        CHECK(s.tentativas().causa.find("não aceitou o usuário e a senha") != std::string::npos);
        s.receiver.before = always(problem(403, "ACESSO-0002", "Seu perfil não permite isto."));
        s.world.received.clock.set(s.tentativas().proxima.value());
        const int logins = s.receiver.logins;
        s.run();
        CHECK(s.receiver.logins == logins + 1);
        CHECK(s.tentativas().falhas == 2);
        s.receiver.before = {};
        s.run_to_the_end();
        s.check_all_arrived(2);
    });
}

TEST_CASE("A lote that arrives altered is sent again from the beginning, three times in all, and then waits for somebody while the next one goes") {
    for_each_sending_world([](SendingWorld& s) {
        s.make(2, 1);
        s.receiver.corrupts = true;
        s.receiver.after = [&](const client::Call&, int) -> std::optional<Result<client::Answer>> {
            if (s.receiver.lotes.size() > 1) s.receiver.corrupts = false;
            return std::nullopt;
        };
        s.run();
        CHECK(s.states()[0] == "parado");
        auto first = s.world.lotes().at(0);
        CHECK(first.causa == "O lote chegou diferente.");
        CHECK(first.recusas == 3);
        CHECK(s.acts(first).back() == "parado");
        CHECK(s.receiver.order == std::vector<std::int64_t>{2});
        CHECK(s.tentativas().falhas == 0);
        CHECK(s.world.received.events(audit::Event::envio_recusado) == 1);
        test::must(mark_for_sending(s.world.marina(), aracaju(), first.id, s.world.services));
        s.run_to_the_end();
        CHECK(s.states() == std::vector<std::string>{"concluido", "concluido"});
        CHECK(s.receiver.order == std::vector<std::int64_t>{2, 1});
    });
}

TEST_CASE("A lote altered once on its way arrives whole the second time") {
    for_each_sending_world([](SendingWorld& s) {
        s.make(1);
        s.receiver.corrupts = true;
        s.receiver.after = [&](const client::Call& call, int) -> std::optional<Result<client::Answer>> {
            if (call.method == client::Method::put) s.receiver.corrupts = false;
            return std::nullopt;
        };
        s.run_to_the_end();
        s.check_all_arrived(1);
        CHECK(s.world.lotes().at(0).recusas == 0);
    });
}

TEST_CASE("A lote altered by one byte in our own database never arrives as if it were whole") {
    for_each_sending_world([](SendingWorld& s) {
        s.make(1);
        auto zip = s.world.zip_in_store(s.world.lotes().at(0));
        zip[zip.size() / 2] = static_cast<char>(zip[zip.size() / 2] ^ 1);
        test::must(s.world.write([&](Ports& ports) -> Result<void> {
            AROEIRA_CHECK(ports.session.run({"test.alter", "UPDATE lote_enviado_parte SET bytes = $1"}, {db::Blob{zip}}));
            return {};
        }));
        s.run_to_the_end();
        CHECK(s.states() == std::vector<std::string>{"parado"});
        CHECK(s.receiver.order.empty());
        s.world.run_sql("DELETE FROM lote_enviado_parte");
        test::must(mark_for_sending(s.world.marina(), aracaju(), s.world.lotes().at(0).id, s.world.services));
        s.run_to_the_end();
        CHECK(s.world.lotes().at(0).causa.find("cópia de segurança") != std::string::npos);
    });
}

TEST_CASE("A lote the destino refuses for what it is waits for somebody, with the words of the destino, and the next one goes") {
    for_each_sending_world([](SendingWorld& s) {
        const std::vector<client::Answer> refusals{problem(409, "TRANS-0021", "Outro lote tem este número."), problem(422, "TRANS-0025", "Isto não é um zip."),
                                                   problem(413, "HTTP-0002", "Grande demais.")};
        for (const auto& refusal : refusals) {
            s.hour(1);
            s.make(2, 1);
            const auto lotes = s.world.lotes();
            const auto refused = lotes[lotes.size() - 2];
            s.receiver.before = [&](const client::Call& call, int) -> std::optional<Result<client::Answer>> {
                const bool its = call.url.ends_with("/chegadas") && call.body.find(refused.id.text()) != std::string::npos;
                if (its) return Result<client::Answer>(refusal);
                return std::nullopt;
            };
            s.run_to_the_end();
            const auto now = s.world.lotes();
            CHECK(name_of(now[now.size() - 2].situacao) == "parado");
            CHECK(refusal.body.find(now[now.size() - 2].causa) != std::string::npos);
            CHECK(name_of(now.back().situacao) == "concluido");
            CHECK(s.tentativas().falhas == 0);
        }
    });
}

TEST_CASE("A destino that says nonsense about where it is makes nobody run in circles") {
    for_each_sending_world([](SendingWorld& s) {
        s.make(1);
        const std::string id(s.world.lotes().at(0).id.text());
        const auto says = [&](std::int64_t received) {
            return answered(200, R"({"lote":")" + id + R"(","situacao":"recebendo","recebidos":)" + std::to_string(received) + "}");
        };
        const auto tamanho = s.world.lotes().at(0).tamanho;
        const std::vector<Result<client::Answer>> nonsense{says(0), says(tamanho), says(tamanho + 1), says(-1), problem(409, "TRANS-0022"), problem(404, "TRANS-0024")};
        for (const auto& answer : nonsense) {
            s.receiver.before = always(answer);
            const int asked = s.receiver.asked;
            s.run();
            CHECK(s.receiver.asked - asked < 12);
            CHECK(s.tentativas().falhas > 0);
            s.world.received.clock.set(s.tentativas().proxima.value());
        }
        s.receiver.before = {};
        s.run_to_the_end();
        s.check_all_arrived(1);
    });
}
