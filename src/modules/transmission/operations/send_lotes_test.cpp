// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/send_lotes.hpp"

#include "modules/transmission/tests/receiver.hpp"

using namespace aroeira;
using namespace aroeira::transmission;
using namespace aroeira::transmission::testing;
using namespace std::chrono_literals;

TEST_CASE("[S2-251] Within its hours a lote goes to its destino: announced, sent, confirmed, and each ficha with its verdict") {
    for_each_sending_world([](SendingWorld& s) {
        s.make(3);
        s.run_to_the_end();
        s.check_all_arrived(3);
        const auto lote = s.world.lotes().at(0);
        CHECK(s.acts(lote) == std::vector<std::string>{"gerado", "iniciado", "enviado", "concluido"});
        CHECK(lote.enviado.has_value());
        const std::string id(lote.id.text());
        CHECK(s.receiver.questions ==
              std::vector<std::string>{"POST /api/recebimento/login", "POST /api/v1/transmissao/chegadas",
                                       "PUT /api/v1/transmissao/chegadas/" + id + "/partes/0?municipio=2800308",
                                       "POST /api/recebimento/login", "GET /api/v1/transmissao/chegadas/" + id + "?municipio=2800308",
                                       "POST /api/v1/transmissao/vereditos"});
        const auto asked = s.world.transport.asked();
        CHECK(asked[0].body.find("senha-da-credencial") != std::string::npos);
        CHECK(asked[1].body == R"({"lote":")" + id + R"(","municipio":"2800308","numero":1,"fichas":3,"tamanho":)" + std::to_string(lote.tamanho) +
                                   R"(,"sha256":")" + lote.sha256 + R"(","remetente":{"instalacao":"01900000-0000-7000-8000-0000000000aa","nome":"Instalação sem nome","tipo":"prontuario","versao":")" AROEIRA_VERSION "\"}}");
        CHECK(asked[1].headers == std::vector<std::pair<std::string, std::string>>{{"Cookie", "JSESSIONID=sessao1"}});
        for (std::size_t i = 1; i < asked.size(); ++i) CHECK(asked[i].url.find("senha") == std::string::npos);
    });
}

TEST_CASE("[S2-251] Outside the hours nothing is asked of the destino, and the job waits for the window to open") {
    for_each_sending_world([](SendingWorld& s) {
        s.make(1);
        s.hour(13);
        const auto again = s.run();
        CHECK(s.receiver.asked == 0);
        CHECK(again == s.now() + 11h);
        CHECK(s.world.lotes().at(0).proxima == again);
        s.world.received.clock.set(again);
        s.run_to_the_end();
        s.check_all_arrived(1);
    });
}

TEST_CASE("[S2-259] A destino may have a window of its own") {
    for_each_sending_world([](SendingWorld& s) {
        s.world.run_sql("UPDATE destino SET janela_inicio = 840, janela_fim = 900");
        s.make(1);
        CHECK(s.run() == s.now() + 13h);
        CHECK(s.receiver.asked == 0);
        s.hour(14, 59);
        s.run_to_the_end();
        s.check_all_arrived(1);
    });
}

TEST_CASE("A large lote goes in parts no larger than the destino takes, each from where it says it is") {
    for_each_sending_world([](SendingWorld& s) {
        s.receiver.part_bytes_max = 1000;
        s.make(30);
        const auto lote = s.world.lotes().at(0);
        s.run_to_the_end();
        s.check_all_arrived(30);
        std::int64_t parts = 0;
        for (const auto& question : s.receiver.questions)
            if (question.starts_with("PUT")) CHECK(question.find("/partes/" + std::to_string(1000 * parts++) + "?") != std::string::npos);
        CHECK(parts == (lote.tamanho + 999) / 1000);
    });
}

TEST_CASE("Lotes leave in the order of their numbers, and one waits for the one before it") {
    for_each_sending_world([](SendingWorld& s) {
        s.make(4, 1);
        s.receiver.before = [&](const client::Call& call, int) -> std::optional<Result<client::Answer>> {
            const bool second = call.body.find("\"numero\":2") != std::string::npos;
            if (second) return Result<client::Answer>(problem(503, "DB-0004"));
            return std::nullopt;
        };
        s.run();
        CHECK(s.receiver.order == std::vector<std::int64_t>{1});
        s.receiver.before = {};
        s.run_to_the_end();
        s.check_all_arrived(4);
    });
}

TEST_CASE("A destino that is inactive, has no address or no credencial is asked nothing, and one that left the list ends the job") {
    for_each_sending_world([](SendingWorld& s) {
        s.make(1);
        const auto stays_home = [&](const std::string& change, const std::string& back) {
            s.world.run_sql("UPDATE destino SET " + change);
            CHECK(s.run() > s.now() + 23h);
            CHECK(s.receiver.asked == 0);
            s.world.run_sql("UPDATE destino SET " + back);
        };
        stays_home("ativo = 0", "ativo = 1");
        stays_home("endereco = ''", std::string("endereco = '") + kAddress + "'");
        stays_home("usuario = ''", "usuario = 'credencial'");
        s.world.run_sql("UPDATE destino SET removido = 1");
        CHECK(s.run() == Instant{});
        s.world.run_sql("UPDATE destino SET removido = 0, senha = NULL");
        CHECK(s.run() > s.now() + 23h);
        CHECK(s.receiver.asked == 0);
    });
}

TEST_CASE("A município the destino does not serve waits by itself, and those of others go") {
    for_each_sending_world([](SendingWorld& s) {
        s.make(2, 1);
        s.world.run_sql("UPDATE lote_enviado SET municipio = '2803500' WHERE numero = 1");
        s.world.run_sql("UPDATE ficha_enviada SET municipio = '2803500' WHERE lote = (SELECT id FROM lote_enviado WHERE numero = 1)");
        s.receiver.before = [&](const client::Call& call, int) -> std::optional<Result<client::Answer>> {
            if (call.body.find("2803500") == std::string::npos) return std::nullopt;
            return Result<client::Answer>(problem(404, "INST-0001", "Este município não está ativo nesta instalação."));
        };
        const auto again = s.run();
        CHECK(s.receiver.order == std::vector<std::int64_t>{2});
        CHECK(again <= s.now() + 1h);
        CHECK(s.tentativas().falhas == 0);
        CHECK(s.world.received.number("SELECT COUNT(*) FROM lote_enviado WHERE numero = 1 AND situacao = 'gerado' AND causa = "
                                      "'Este município não está ativo nesta instalação.'") == 1);
    });
}

TEST_CASE("A run that lost its lease to another node writes nothing more") {
    for_each_sending_world([](SendingWorld& s) {
        s.make(1);
        CHECK(code_of_failure(s.try_run([](ShortJob& job) { job.loses_lease = true; })) == "JOBS-0004");
        CHECK(s.states() == std::vector<std::string>{"gerado"});
        s.run_to_the_end();
        s.check_all_arrived(1);
    });
}

TEST_CASE("A password that this installation can no longer open is the cause shown, and the destino is asked nothing") {
    for_each_sending_world([](SendingWorld& s) {
        s.make(1);
        test::must(s.world.write([](Ports& ports) { return ports.destinos.set_senha(DestinoId::parse(kNacional).value(), "estragada"); }));
        s.run();
        CHECK(s.receiver.asked == 0);
        CHECK(s.tentativas().causa.find("senha") != std::string::npos);
        CHECK(s.world.lotes().at(0).causa == s.tentativas().causa);
    });
}
