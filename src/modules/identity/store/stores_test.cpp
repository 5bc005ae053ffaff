// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <thread>

#include "modules/identity/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::identity;
using namespace aroeira::identity::testing;

namespace {

template <class F>
auto in(World& world, F body) {
    return test::must(world.services.unit.write(body));
}

}  // namespace

TEST_CASE("a usuário comes back as it was kept, empty instants included") {
    for_each_world([](World& world) {
        auto usuario = world.add(1);
        usuario.nome = "João d'Ávila; DROP TABLE usuario";
        usuario.bloqueado = from_ms(1'787'000'000'123);
        usuario.ultimo_acesso = from_ms(1'787'000'000'124);
        usuario.senha_anterior = "hash:antes";
        usuario.trocar_senha = true;
        in(world, [&](Ports& ports) { return ports.usuarios.update(usuario); });
        const auto found = in(world, [&](Ports& ports) { return ports.usuarios.find_by_cpf(cpf(1)); });
        REQUIRE(found);
        CHECK(found->id == usuario.id);
        CHECK(found->nome == usuario.nome);
        CHECK(found->bloqueado == usuario.bloqueado);
        CHECK(found->ultimo_acesso == usuario.ultimo_acesso);
        CHECK(found->senha == usuario.senha);
        CHECK(found->senha_anterior == "hash:antes");
        CHECK(found->trocar_senha);
        CHECK(found->ativo);
        CHECK_FALSE(in(world, [&](Ports& ports) { return ports.usuarios.find_by_cpf(cpf(2)); }));
    });
}

TEST_CASE("attempts counted by many threads at once are all counted, up to the limit") {
    for_each_world([](World& world) {
        std::atomic<int> granted{0};
        std::vector<std::thread> threads;
        for (int i = 0; i < 16; ++i)
            threads.emplace_back([&] {
                const auto number = world.services.unit.write([&](Ports& ports) { return ports.tentativas.reserve("k", 10, world.clock.now()); });
                if (number && *number) ++granted;
            });
        for (auto& thread : threads) thread.join();
        CHECK(granted == 10);
        in(world, [&](Ports& ports) { return ports.tentativas.forget("k"); });
        CHECK(in(world, [&](Ports& ports) { return ports.tentativas.reserve("k", 10, world.clock.now()); }) == 1);
    });
}

TEST_CASE("a window of failures begins anew after its time") {
    for_each_world([](World& world) {
        const std::chrono::minutes window(10);
        const auto count = [&](Instant now) { in(world, [&](Ports& ports) { return ports.tentativas.count("e", window, now); }); };
        const auto counted = [&](Instant now) { return in(world, [&](Ports& ports) { return ports.tentativas.counted("e", window, now); }); };
        const Instant start = world.clock.now();
        count(start);
        count(start + std::chrono::minutes(5));
        CHECK(counted(start + std::chrono::minutes(10)) == 2);
        CHECK(counted(start + std::chrono::minutes(11)) == 0);
        count(start + std::chrono::minutes(11));
        CHECK(counted(start + std::chrono::minutes(12)) == 1);
        in(world, [&](Ports& ports) { return ports.tentativas.sweep(start + std::chrono::minutes(12)); });
        CHECK(counted(start + std::chrono::minutes(12)) == 0);
    });
}

TEST_CASE("a session that ended meanwhile is not renewed") {
    for_each_world([](World& world) {
        world.add(1);
        const auto entered = test::must(world.enter(1));
        CHECK(in(world, [&](Ports& ports) { return ports.sessoes.remove(entered.sessao.token_hash); }));
        CHECK_FALSE(in(world, [&](Ports& ports) { return ports.sessoes.remove(entered.sessao.token_hash); }));
        auto renewed = entered.sessao;
        renewed.token_hash = hash_of_token("outro");
        CHECK_FALSE(in(world, [&](Ports& ports) { return ports.sessoes.rotate(entered.sessao.token_hash, renewed); }));
        CHECK_FALSE(world.stored("outro"));
    });
}

TEST_CASE("a session is never heard of earlier than it was") {
    for_each_world([](World& world) {
        world.add(1);
        const auto entered = test::must(world.enter(1));
        const auto later = world.clock.now() + std::chrono::minutes(5);
        for (const auto at : {later, later - std::chrono::minutes(1)})
            in(world, [&](Ports& ports) { return ports.sessoes.set_seen(entered.sessao.token_hash, at); });
        CHECK(world.stored(entered.token)->vista == later);
    });
}

TEST_CASE("a session never works with an acesso of another person or one that was inactivated") {
    test::for_each_engine([](db::Database& database) {
        World world(database);
        world.add(1);
        const auto other = world.add(2);
        const auto entered = test::must(world.enter(1));
        CHECK(world.stored(entered.token)->acesso);
        const auto acessos = in(world, [&](Ports& ports) { return ports.usuarios.acessos_of(other.id); });
        constexpr db::Query kSwap{"test.swap_acesso", "UPDATE sessao SET acesso = $1"};
        constexpr db::Query kInactivate{"test.inactivate", "UPDATE acesso SET ativo = 0"};
        test::must(database.write([&](db::Session& session) -> Result<void> {
            AROEIRA_CHECK(session.run(kSwap, {acessos.front().id}));
            return {};
        }));
        CHECK_FALSE(world.stored(entered.token)->acesso);
        const auto mine = test::must(world.enter(2));
        test::must(database.write([&](db::Session& session) -> Result<void> {
            AROEIRA_CHECK(session.run(kInactivate));
            return {};
        }));
        CHECK_FALSE(world.stored(mine.token)->acesso);
    });
}

TEST_CASE("sessions nobody came back to for a day are swept at the next entry") {
    for_each_world([](World& world) {
        world.add(1);
        world.add(2);
        const auto old = test::must(world.enter(1));
        world.clock.set(world.clock.now() + std::chrono::hours(13));
        static_cast<void>(test::must(world.enter(2)));
        CHECK(world.stored(old.token));
        world.clock.set(world.clock.now() + std::chrono::hours(24));
        static_cast<void>(test::must(world.enter(2)));
        CHECK_FALSE(world.stored(old.token));
    });
}

TEST_CASE("an acesso with a perfil this version does not know gives nothing") {
    test::for_each_engine([](db::Database& database) {
        World world(database);
        const auto usuario = world.add(1);
        constexpr db::Query kChange{"test.unknown_perfil", "UPDATE acesso SET perfil = 'do_futuro'"};
        test::must(database.write([&](db::Session& session) -> Result<void> {
            AROEIRA_CHECK(session.run(kChange));
            return {};
        }));
        CHECK(in(world, [&](Ports& ports) { return ports.usuarios.acessos_of(usuario.id); }).empty());
        CHECK(code_of_failure(world.enter(1)) == "ACESSO-0014");
    });
}
