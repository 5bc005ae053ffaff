// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/mark_for_sending.hpp"

#include "modules/transmission/operations/download_lote.hpp"
#include "modules/transmission/tests/receiver.hpp"

using namespace aroeira;
using namespace aroeira::transmission;
using namespace aroeira::transmission::testing;
using namespace std::chrono_literals;

namespace {

Result<LoteEnviado> mark(SendingWorld& s, std::size_t which) {
    return mark_for_sending(s.world.marina(), aracaju(), s.world.lotes().at(which).id, s.world.services);
}

}  // namespace

TEST_CASE("[S2-262] A marked lote leaves outside the hours, after those of its município that come before it, and the job is woken") {
    for_each_sending_world([](SendingWorld& s) {
        s.make(3, 1);
        s.hour(13);
        const auto lote = test::must(mark(s, 1));
        CHECK(lote.enviar_ja);
        CHECK_FALSE(s.world.lotes().at(1).proxima.has_value());
        CHECK(s.world.received.number("SELECT COUNT(*) FROM trabalho WHERE tipo = 'transmissao_enviar' AND nao_antes_ms = 0") == 1);
        CHECK(s.world.received.events(audit::Event::lote_marcado) == 1);
        s.run();
        CHECK(s.receiver.order == std::vector<std::int64_t>{1, 2});
        CHECK(s.states()[2] == "gerado");
        CHECK(s.acts(lote)[1] == "marcado");
        CHECK_FALSE(s.world.lotes().at(1).enviar_ja);
    });
}

TEST_CASE("Marking forgets what the destino failed and the hour it gave, and gives a lote that was parado another chance") {
    for_each_sending_world([](SendingWorld& s) {
        s.make(1);
        s.receiver.before = [](const client::Call& call, int) -> std::optional<Result<client::Answer>> {
            if (call.url.ends_with("/login")) return std::nullopt;
            return Result<client::Answer>(problem(503, "TRANS-0020", "Venha às 03:00.", {{"retry-after", "7200"}}));
        };
        s.run();
        CHECK(s.world.lotes().at(0).proxima.has_value());
        test::must(mark(s, 0));
        CHECK_FALSE(s.tentativas().proxima.has_value());
        CHECK_FALSE(s.world.lotes().at(0).proxima.has_value());
        s.receiver.before = {};
        s.receiver.corrupts = true;
        s.run();
        CHECK(s.states() == std::vector<std::string>{"parado"});
        s.receiver.corrupts = false;
        CHECK(name_of(test::must(mark(s, 0)).situacao) == "gerado");
        s.run_to_the_end();
        s.check_all_arrived(1);
    });
}

TEST_CASE("A lote that was sent, and one whose destino takes only files, are not marked") {
    for_each_sending_world([](SendingWorld& s) {
        s.make(1);
        s.run_to_the_end();
        CHECK(code_of_failure(mark(s, 0)) == "TRANS-0030");
        s.make(1);
        for (const auto* change : {"ativo = 0", "ativo = 1, usuario = ''", "usuario = 'x', endereco = ''"}) {
            s.world.run_sql(std::string("UPDATE destino SET ") + change);
            CHECK(code_of_failure(mark(s, 1)) == "TRANS-0031");
        }
        CHECK(s.world.received.events(audit::Event::lote_marcado) == 0);
        CHECK(code_of_failure(mark_for_sending(s.world.marina(), fichas::testing::other_municipio(), s.world.lotes().at(0).id, s.world.services)) == "TRANS-0001");
    });
}

TEST_CASE("A lote that could not be recorded as marked is not") {
    for_each_sending_world([](SendingWorld& s) {
        s.make(1);
        s.world.acts_left = 0;
        CHECK(code_of_failure(mark(s, 0)) == "DB-0004");
        CHECK_FALSE(s.world.lotes().at(0).enviar_ja);
    });
}

TEST_CASE("Saving a lote in a file does not take it back from where its sending came") {
    for_each_sending_world([](SendingWorld& s) {
        s.make(1);
        const auto save = [&] { test::must(download_lote(s.world.marina(), aracaju(), s.world.lotes().at(0).id, s.world.services)); };
        save();
        CHECK(s.states() == std::vector<std::string>{"salvo"});
        s.run_to_the_end();
        save();
        s.check_all_arrived(1);
    });
}
