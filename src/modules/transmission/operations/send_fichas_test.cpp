// SPDX-License-Identifier: Apache-2.0
// The public LEDI API: one ficha at a time to a PEC.
#include "modules/transmission/tests/receiver.hpp"

using namespace aroeira;
using namespace aroeira::transmission;
using namespace aroeira::transmission::testing;
using namespace std::chrono_literals;

namespace {

/// A PEC: it remembers each ficha by its file name, and how often it came.
struct Pec {
    std::map<std::string, int> fichas{};
    std::map<std::string, client::Answer> answers{};  ///< By file name; 200 for the others.
    int logins = 0, asked = 0;
    std::function<std::optional<Result<client::Answer>>(int n)> fault{};

    Result<client::Answer> operator()(const client::Call& call) {
        if (call.url == std::string(kAddress) + "/api/recebimento/login") {
            ++logins;
            return answered(200, "", "text/plain", {{"set-cookie", "JSESSIONID=abc; Path=/"}});
        }
        CHECK(call.url == std::string(kAddress) + "/api/v1/recebimento/ficha");
        const int n = asked++;
        if (fault)
            if (auto broken = fault(n)) return *broken;
        const auto name_at = call.body.find("filename=\"") + 10;
        const std::string name(call.body.substr(name_at, call.body.find('"', name_at) - name_at));
        CHECK(call.body.find("name=\"ficha\"") != std::string_view::npos);
        ++fichas[name];
        const auto found = answers.find(name);
        return found == answers.end() ? answered(201, "", "") : found->second;
    }
};

void with_pec(const std::function<void(SendingWorld&, Pec&)>& test) {
    for_each_sending_world([&](SendingWorld& s) {
        Pec pec;
        s.world.run_sql("UPDATE destino SET protocolo = 'ledi'");
        s.world.transport.answer = std::ref(pec);
        test(s, pec);
    });
}

}  // namespace

TEST_CASE("Through the plain LEDI API each ficha goes once, and what the PEC answers is its verdict") {
    with_pec([](SendingWorld& s, Pec& pec) {
        s.make(45);
        pec.answers[Visita{.number = 7}.file_name()] = answered(400, "Erro de validação\nturno: obrigatório", "text/plain");
        pec.answers[Visita{.number = 8}.file_name()] = answered(200, "Ficha recebida com sucesso.", "text/plain");
        s.run_to_the_end();
        const auto lote = s.world.lotes().at(0);
        CHECK(name_of(lote.situacao) == "concluido");
        CHECK(lote.aceitas == 44);
        CHECK(lote.rejeitadas == 1);
        CHECK(pec.fichas.size() == 45);
        for (const auto& [name, times] : pec.fichas) CHECK(times == 1);
        CHECK(pec.logins == 1);
        const auto refused = test::must(list_fichas(s.world.marina(), aracaju(), lote.id, QuaisFichas::rejeitadas, 1, s.world.services)).items;
        REQUIRE(refused.size() == 1);
        CHECK(refused[0].uuid == Visita{.number = 7}.uuid());
        CHECK(test::must(fichas::parse_findings(refused[0].achados)).erros.at(0).mensagem == "Erro de validação\nturno: obrigatório");
        CHECK(s.acts(lote) == std::vector<std::string>{"gerado", "iniciado", "enviado", "concluido"});
    });
}

TEST_CASE("Each ficha arrives with the bytes it was received with") {
    with_pec([](SendingWorld& s, Pec&) {
        s.make(1);
        s.run();
        CHECK(s.world.transport.asked().back().body.find("\r\n\r\n" + Visita{.number = 1}.bytes() + "\r\n") != std::string::npos);
    });
}

TEST_CASE("After a crash at any commit at most twenty fichas are repeated, and after a failure of the network none") {
    with_pec([](SendingWorld& s, Pec& pec) {
        const auto repeated = [&] {
            int count = 0;
            for (const auto& [name, times] : pec.fichas) count += times - 1;
            return count;
        };
        s.make(65);
        pec.fault = [](int n) -> std::optional<Result<client::Answer>> {
            if (n != 27) return std::nullopt;
            return Result<client::Answer>(Error{ErrorKind::unavailable, "CLIENT-0002", "O servidor demorou demais."});
        };
        const auto again = s.run();
        CHECK(pec.asked == 28);
        CHECK(s.world.lotes().at(0).aceitas == 27);
        s.world.received.clock.set(again);
        for (int run = 1; run <= 2; ++run) {
            CHECK_FALSE(s.try_run([](ShortJob& job) { job.commits_left = 0; }).has_value());
            CHECK(repeated() == 20 * (run - 1));
        }
        s.run_to_the_end();
        CHECK(repeated() == 40);
        CHECK(pec.fichas.size() == 65);
        CHECK(s.world.lotes().at(0).aceitas == 65);
    });
}

TEST_CASE("An answer that is a page for people is not taken for a ficha received") {
    with_pec([](SendingWorld& s, Pec& pec) {
        s.make(2);
        pec.fault = [](int) { return Result<client::Answer>(answered(200, "<html>Entre na rede do hotel</html>", "text/html; charset=utf-8")); };
        s.run();
        CHECK(s.world.lotes().at(0).aceitas == 0);
        CHECK(s.tentativas().falhas == 1);
        pec.fault = [](int) { return Result<client::Answer>(answered(400, "<html>Bad Request</html>", "text/html")); };
        s.world.received.clock.set(s.tentativas().proxima.value());
        s.run();
        CHECK(s.world.lotes().at(0).rejeitadas == 0);
        CHECK(s.tentativas().falhas == 2);
    });
}

TEST_CASE("One ficha the PEC cannot read does not keep the others from leaving: after three tries it is the one refused") {
    with_pec([](SendingWorld& s, Pec& pec) {
        s.make(3);
        pec.answers[Visita{.number = 2}.file_name()] = answered(500, "Falha ao deserializar", "text/plain");
        s.run_to_the_end();
        const auto lote = s.world.lotes().at(0);
        CHECK(lote.aceitas == 2);
        CHECK(lote.rejeitadas == 1);
        CHECK(pec.fichas.at(Visita{.number = 2}.file_name()) == 3);
        CHECK(pec.fichas.at(Visita{.number = 1}.file_name()) == 1);
    });
}

TEST_CASE("A lote altered in our own database is not sent ficha by ficha either") {
    with_pec([](SendingWorld& s, Pec& pec) {
        s.make(2);
        s.world.run_sql("UPDATE lote_enviado SET sha256 = '" + std::string(64, 'a') + "'");
        s.run();
        CHECK(pec.asked == 0);
        CHECK(s.states() == std::vector<std::string>{"parado"});
    });
}
