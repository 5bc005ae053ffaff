// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/operations/first_access.hpp"

#include <doctest/doctest.h>

#include <thread>

#include "modules/identity/operations/current_session.hpp"
#include "modules/identity/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::identity;
using namespace aroeira::identity::testing;

namespace {

Result<Entered> use(World& world, const std::string& code, int n, const char* password = "primeira-senha-8",
                    std::string_view nome = "Primeira Pessoa") {
    return use_first_access({.code = code, .cpf = cpf(n), .nome = nome, .password = password, .address = "10.0.0.1"}, world.services);
}

}  // namespace

TEST_CASE("a new installation gets its first administrator by a link that works once") {
    for_each_world([](World& world) {
        CHECK_FALSE(test::must(is_administered(world.services)));
        const auto code = test::must(invite_first_administrator(world.may, world.services));
        CHECK(code_of_failure(use(world, code, 1, "senha123")) == "ACESSO-0020");
        CHECK(code_of_failure(use(world, code, 1, "primeira-senha-8", "")) == "ACESSO-0035");
        const auto entered = test::must(use(world, code, 1));
        REQUIRE(entered.sessao.acesso);
        CHECK(entered.sessao.acesso->perfil == kInstalador);
        CHECK_FALSE(entered.sessao.trocar_senha);
        CHECK(world.stored(entered.token));
        CHECK(code_of_failure(use(world, code, 2)) == "ACESSO-0037");
        CHECK(code_of_failure(invite_first_administrator(world.may, world.services)) == "ACESSO-0036");
        CHECK(world.enter(1, "primeira-senha-8"));
    });
}

TEST_CASE("an installation whose professionals came first waits for its administrator still, who may be one of them") {
    for_each_world([](World& world) {
        world.add_without_password(1, {{.perfil = "enfermeiro", .municipio = ibge()}});
        world.add_without_password(2, {{.perfil = "enfermeiro", .municipio = ibge()}});
        CHECK_FALSE(test::must(is_administered(world.services)));
        const auto code = test::must(invite_first_administrator(world.may, world.services));
        const auto entered = test::must(use(world, code, 1));
        CHECK_FALSE(entered.sessao.acesso);  // She chooses: she is a nurse, too.
        CHECK(test::must(is_administered(world.services)));
        CHECK(code_of_failure(use(world, code, 2)) == "ACESSO-0037");
        CHECK(world.count(audit::Event::acesso_dado) == 1);
    });
}

TEST_CASE("of two people who use the first link at once one becomes administrator") {
    for_each_world([](World& world) {
        const auto code = test::must(invite_first_administrator(world.may, world.services));
        std::atomic<int> inside{0};
        std::vector<std::thread> threads;
        for (int i = 1; i <= 8; ++i)
            threads.emplace_back([&, i] {
                if (use(world, code, i)) ++inside;
            });
        for (auto& thread : threads) thread.join();
        CHECK(inside == 1);
        CHECK(world.count(audit::Event::usuario_criado) == 1);
    });
}

TEST_CASE("a link that is new makes the one before worthless, and none lasts longer than a day") {
    for_each_world([](World& world) {
        const auto first = test::must(invite_first_administrator(world.may, world.services));
        const auto second = test::must(invite_first_administrator(world.may, world.services));
        CHECK(code_of_failure(use(world, first, 1)) == "ACESSO-0037");
        world.clock.set(world.clock.now() + std::chrono::hours(24));
        CHECK(code_of_failure(use(world, second, 1)) == "ACESSO-0037");
        CHECK_FALSE(test::must(is_administered(world.services)));
    });
}

TEST_CASE("a redefined password comes by a link of that person alone, and differs from the one before") {
    for_each_world([](World& world) {
        world.add(1);
        world.add(2);
        const auto before = test::must(world.enter(1));
        const auto code = test::must(reset_password(world.may, cpf(1), world.services));
        CHECK_FALSE(world.stored(before.token));
        CHECK(code_of_failure(world.enter(1)) == "ACESSO-0010");
        CHECK(code_of_failure(use(world, code, 2)) == "ACESSO-0037");
        CHECK(code_of_failure(use(world, code, 1, kPassword)) == "ACESSO-0020");
        CHECK(use(world, code, 1));
        CHECK(world.enter(1, "primeira-senha-8"));
        CHECK(code_of_failure(reset_password(world.may, cpf(9), world.services)) == "ACESSO-0022");
    });
}

TEST_CASE("guessing links counts against the address") {
    for_each_world([](World& world) {
        world.settings.chosen.address_failures_max = 3;
        const int before = world.secrets.work;
        for (int i = 0; i < 3; ++i) CHECK(code_of_failure(use(world, "adivinhado", 1)) == "ACESSO-0037");
        CHECK(code_of_failure(use(world, "adivinhado", 1)) == "ACESSO-0012");
        CHECK(world.secrets.work == before);
    });
}

TEST_CASE("a perfil and its município must fit, and a CPF is registered once") {
    for_each_world([](World& world) {
        const auto create = [&](std::vector<NewAcesso> acessos) {
            return create_usuario(world.may, {.cpf = cpf(1), .nome = "Pessoa de Teste", .senha = kPassword, .acessos = std::move(acessos)},
                                  world.services);
        };
        CHECK(code_of_failure(create({{.perfil = kEnfermeiro}})) == "ACESSO-0034");
        CHECK(code_of_failure(create({{.perfil = kInstalador, .municipio = ibge()}})) == "ACESSO-0034");
        CHECK(create({{.perfil = kEnfermeiro, .municipio = ibge(), .lotacao = "0191"}}));
        CHECK(code_of_failure(create({})) == "ACESSO-0021");
    });
}
