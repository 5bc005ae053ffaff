// SPDX-License-Identifier: Apache-2.0
// «Configurações da instalação»: what is chosen acts, what is no option is refused, and the second who saves is told.
#include <doctest/doctest.h>

#include "modules/instalacoes/domain/stored_security.hpp"
#include "modules/instalacoes/operations/connection.hpp"
#include "modules/instalacoes/operations/request_limit.hpp"
#include "modules/instalacoes/tests/outside.hpp"

using namespace aroeira;
using namespace aroeira::instalacoes;
using namespace aroeira::instalacoes::testing;

namespace {

identity::SecurityPolicy policy(World& world) {
    return test::must(world.services.unit.read([](Ports& ports) { return StoredSecuritySettings(ports.settings).policy(); }));
}

Result<SecuritySeen> save(World& world, const SecurityChoice& chosen, std::int64_t versao) { return save_security(marina(world), {chosen, versao}, world.services); }

}  // namespace

TEST_CASE("[S2-019] [S2-050] until somebody chooses, six months, thirty minutes, five attempts and a one-time link hold") {
    for_each_world([](World& world) {
        const auto seen = test::must(read_security(marina(world), world.services));
        CHECK(seen.chosen == SecurityChoice{6, 30, 5, identity::SenhaInicial::link});
        CHECK(seen.versao == 0);
    });
}

TEST_CASE("[S2-051] [S2-052] [S2-053] [S2-054] [S2-056] [S2-057] every option of the manual is kept and acts on who enters") {
    for_each_world([](World& world) {
        std::int64_t versao = 0;
        for (const auto& months : std::vector<std::optional<int>>{1, 2, 3, 4, 5, 6, std::nullopt})
            for (const int idle : {30, 60, 120, 180, 240}) {
                const int failures = 1 + static_cast<int>(versao) % 10;
                versao = test::must(save(world, {months, idle, failures}, versao)).versao;
                const auto now = policy(world);
                CHECK(now.password_months == months);
                CHECK(now.idle_max == std::chrono::minutes(idle));
                CHECK(now.failures_max == failures);
            }
        for (int failures = 1; failures <= 10; ++failures) {
            versao = test::must(save(world, {6, 30, failures}, versao)).versao;
            CHECK(policy(world).failures_max == failures);
        }
    });
}

TEST_CASE("what is no option is refused by field, and nothing changes") {
    for_each_world([](World& world) {
        for (const auto& wrong : std::vector<SecurityChoice>{{0, 30, 5}, {7, 30, 5}, {-1, 30, 5}, {6, 0, 5}, {6, 45, 5}, {6, 999'999, 5}, {6, 30, 0}, {6, 30, 11}}) {
            const auto refused = save(world, wrong, 0);
            CHECK(code_of_failure(refused) == "INST-0011");
            CHECK(refused.error().fields.size() == 1);
        }
        CHECK(world.events.empty());
        CHECK(test::must(read_security(marina(world), world.services)).versao == 0);
    });
}

TEST_CASE("of two who save the same configuration the second is told, and what the first chose stays") {
    for_each_world([](World& world) {
        test::must(save(world, {1, 60, 3}, 0));
        CHECK(code_of_failure(save(world, {6, 240, 10}, 0)) == "INST-0009");
        CHECK(policy(world).failures_max == 3);
        CHECK(world.events.size() == 1);
        CHECK(test::must(save(world, {6, 240, 10}, 1)).versao == 2);
        // A version nobody has seen yet is as stale as an old one.
        CHECK(code_of_failure(save(world, {1, 30, 1}, 7)) == "INST-0009");
        CHECK(code_of_failure(save(world, {1, 30, 1}, -1)) == "INST-0009");
        CHECK(policy(world).failures_max == 10);
    });
}

TEST_CASE("the trail says what was chosen before and after, and «CNS + esus» by an event of its own") {
    for_each_world([](World& world) {
        test::must(save(world, {std::nullopt, 60, 3}, 0));
        REQUIRE(world.events.size() == 1);
        CHECK(world.events[0].actor == "marina");
        CHECK(world.events[0].details == R"({"antes":{"redefinicao":"6","inatividade":30,"tentativas":5,"senha_inicial":"link","segundo_fator":"ninguem"},)"
                                         R"("depois":{"redefinicao":"nunca","inatividade":60,"tentativas":3,"senha_inicial":"link","segundo_fator":"ninguem"}})");
        test::must(save(world, {std::nullopt, 60, 3, identity::SenhaInicial::cns_esus}, 1));
        REQUIRE(world.events.size() == 3);
        CHECK(world.events[2].entity_id == "senha_inicial");
        CHECK(world.events[2].details == R"({"antes":"link","depois":"cns_esus"})");
        CHECK(policy(world).senha_inicial == identity::SenhaInicial::cns_esus);
        test::must(save(world, {std::nullopt, 60, 3, identity::SenhaInicial::cns_esus}, 2));
        CHECK(world.events.size() == 3);
        test::must(save(world, {std::nullopt, 60, 3, identity::SenhaInicial::cns_esus, true}, 3));
        CHECK(world.events.size() == 4);
        CHECK(world.events[3].details.ends_with(R"("segundo_fator":"administradores"}})"));
        CHECK(policy(world).administrators_prove);
    });
}

TEST_CASE("[S2-058] [S2-059] each request that everybody redefine the password is another one, and in the trail") {
    for_each_world([](World& world) {
        CHECK(policy(world).redefinition == 0);
        test::must(ask_to_redefine(marina(world), world.services));
        test::must(ask_to_redefine(marina(world), world.services));
        CHECK(policy(world).redefinition == 2);
        REQUIRE(world.events.size() == 2);
        CHECK(world.events[1].entity_id == "redefinicao_de_senhas");
    });
}

TEST_CASE("[S2-029] the connection is enabled until somebody disables it, and what depends on it is told each time") {
    for_each_world([](World& world) {
        std::vector<bool> told;
        world.services.reactions.internet_switched = [&](db::Session& session) -> Result<void> {
            AROEIRA_TRY(const bool enabled, SqlSettingsStore(session).internet_enabled());
            told.push_back(enabled);
            return {};
        };
        CHECK(test::must(read_connection(marina(world), world.services)).enabled);
        CHECK_FALSE(test::must(switch_connection(marina(world), false, 0, world.services)).enabled);
        CHECK_FALSE(test::must(read_connection(marina(world), world.services)).enabled);
        CHECK(code_of_failure(switch_connection(marina(world), true, 0, world.services)) == "INST-0009");
        test::must(switch_connection(marina(world), false, 1, world.services));
        test::must(switch_connection(marina(world), true, 2, world.services));
        CHECK(told == std::vector<bool>{false, true});
        CHECK(world.events.size() == 2);
        CHECK(world.events[0].details == R"({"habilitada":false})");
    });
}

TEST_CASE("[S2-028] [S2-030] [S2-031] the test asks the address of the settings from a job, and keeps what it found") {
    for_each_world([](World& world) {
        OutsideWorld out(world);
        CHECK_FALSE(test::must(read_connection(marina(world), world.services)).tested);
        test::must(ask_for_connection_test(marina(world), world.services, out.outside));
        CHECK(code_of_failure(ask_for_connection_test(marina(world), world.services, out.outside)) == "INST-0014");
        CHECK(out.transport.asked.empty());
        CHECK(out.woken == 1);
        CHECK(out.run() == R"({"situacao":"bem_sucedida","mensagem":"Conexão bem sucedida"})");
        REQUIRE(out.transport.asked.size() == 1);
        CHECK(out.transport.asked[0] == "https://internet.exemplo/");
        const auto found = test::must(read_connection(marina(world), world.services)).tested;
        REQUIRE(found);
        CHECK(found->ok);
        CHECK(found->at == world.clock.now());
        CHECK(world.events.back().event == audit::Event::conexao_testada);
        CHECK(world.events.back().actor == "marina");
    });
}

TEST_CASE("a server that refuses is a connection too; nobody who answers is none, and says what to do") {
    for_each_world([](World& world) {
        OutsideWorld out(world);
        out.transport.answer = client::Answer{.status = 503};
        CHECK(out.tested().starts_with(R"({"situacao":"bem_sucedida")"));
        out.transport.answer = Error{ErrorKind::unavailable, "CLIENT-0004", "Muito longa."};
        CHECK(out.tested().starts_with(R"({"situacao":"bem_sucedida")"));
        out.transport.answer = Error{ErrorKind::unavailable, "CLIENT-0001", "Ninguém respondeu. Confira."};
        CHECK(out.tested() == R"({"situacao":"falhou","mensagem":"Sem conexão com a internet. Ninguém respondeu. Confira."})");
        CHECK_FALSE(test::must(read_connection(marina(world), world.services)).tested->ok);
    });
}

TEST_CASE("[S2-032] a disabled connection is not tested, and nobody outside is asked") {
    for_each_world([](World& world) {
        OutsideWorld out(world);
        test::must(ask_for_connection_test(marina(world), world.services, out.outside));
        test::must(switch_connection(marina(world), false, 0, world.services));
        CHECK(code_of_failure(ask_for_connection_test(marina(world), world.services, out.outside)) == "INST-0012");
        out.run();
        CHECK(out.transport.asked.empty());
    });
}

TEST_CASE("[S2-077] the number of simultaneous requests is kept between its bounds") {
    for_each_world([](World& world) {
        CHECK(test::must(read_request_limit(marina(world), world.services)).most == 8);
        CHECK(test::must(save_request_limit(marina(world), {40, 0}, world.services)).versao == 1);
        for (const int wrong : {0, -1, 201, 1'000'000}) CHECK(code_of_failure(save_request_limit(marina(world), {wrong, 1}, world.services)) == "INST-0013");
        CHECK(code_of_failure(save_request_limit(marina(world), {20, 0}, world.services)) == "INST-0009");
        CHECK(test::must(read_request_limit(marina(world), world.services)).most == 40);
        REQUIRE(world.events.size() == 1);
        CHECK(world.events[0].details == R"({"antes":8,"depois":40})");
        // What no screen could have written counts as not chosen.
        for (const auto* nonsense : {"0", "abc", "", "99999999999999999999", "201"}) {
            test::must(world.services.unit.write([&](Ports& ports) { return ports.settings.put(keys::kRequests, nonsense); }));
            CHECK(test::must(read_request_limit(marina(world), world.services)).most == 8);
        }
    });
}
