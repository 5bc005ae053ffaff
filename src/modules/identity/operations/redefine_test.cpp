// SPDX-License-Identifier: Apache-2.0
// What the installation says of passwords acts on who enters.
#include <doctest/doctest.h>

#include "modules/identity/operations/authorize.hpp"
#include "modules/identity/operations/change_password.hpp"
#include "modules/identity/operations/first_access.hpp"
#include "modules/identity/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::identity;
using namespace aroeira::identity::testing;
using namespace std::chrono_literals;

namespace {

std::string allowed(World& world, const Entered& entered) {
    return code_of_failure(authorize(Permission::municipios_ver, {.token = entered.token, .csrf = "", .writes = false, .address = "10.0.0.1"}, world.services));
}

Entered change(World& world, const Entered& entered, std::string_view current, std::string_view chosen) {
    return test::must(change_password(entered.sessao, {.current = current, .chosen = chosen, .address = "10.0.0.1"}, world.services));
}

}  // namespace

TEST_CASE("[S2-051] whose password is older than the installation allows enters only to change it, and then works") {
    for_each_world([](World& world) {
        world.settings.chosen.password_months = 1;
        world.add(1);
        CHECK_FALSE(test::must(world.enter(1)).sessao.trocar_senha);
        world.clock.set(world.clock.now() + 40 * 24h);
        auto entered = test::must(world.enter(1));
        CHECK(entered.sessao.trocar_senha);
        CHECK(allowed(world, entered) == "ACESSO-0007");
        entered = change(world, entered, kPassword, "ipe-roxo-77");
        CHECK(allowed(world, entered) == "ok");
        CHECK_FALSE(test::must(world.enter(1, "ipe-roxo-77")).sessao.trocar_senha);
    });
}

TEST_CASE("[S2-059] after the request everybody redefines the password at the next entry, once; who is inside is not thrown out") {
    for_each_world([](World& world) {
        world.settings.chosen.password_months = std::nullopt;
        world.add(1);
        const auto inside = test::must(world.enter(1));
        world.settings.chosen.redefinition = 1;
        CHECK(allowed(world, inside) == "ok");
        auto again = test::must(world.enter(1));
        CHECK(again.sessao.trocar_senha);
        CHECK(allowed(world, again) == "ACESSO-0007");
        // Asked twice, answered once.
        world.settings.chosen.redefinition = 2;
        again = change(world, again, kPassword, "ipe-roxo-77");
        CHECK_FALSE(test::must(world.enter(1, "ipe-roxo-77")).sessao.trocar_senha);
        // A clock that jumps back asks nobody again, and one that jumps ahead lets nobody off.
        world.clock.set(world.clock.now() - 1000 * 24h);
        CHECK_FALSE(test::must(world.enter(1, "ipe-roxo-77")).sessao.trocar_senha);
        world.settings.chosen.redefinition = 3;
        world.clock.set(world.clock.now() + 9000 * 24h);
        CHECK(test::must(world.enter(1, "ipe-roxo-77")).sessao.trocar_senha);
    });
}

TEST_CASE("who chose by a one-time link chose now") {
    for_each_world([](World& world) {
        world.settings.chosen.redefinition = 4;
        world.add(1);
        const auto code = test::must(reset_password(world.may, cpf(1), world.services));
        const auto entered = test::must(use_first_access({.code = code, .cpf = cpf(1), .password = "ipe-roxo-77", .address = "10.0.0.1"}, world.services));
        CHECK_FALSE(entered.sessao.trocar_senha);
        CHECK_FALSE(test::must(world.enter(1, "ipe-roxo-77")).sessao.trocar_senha);
        CHECK(world.usuario(*entered.sessao.usuario).senha_desde == world.clock.now());
    });
}

TEST_CASE("a password nobody knows the age of counts from the first entry on") {
    for_each_world([](World& world) {
        world.settings.chosen.password_months = 2;
        auto usuario = world.add(1);
        usuario.senha_desde = std::nullopt;
        test::must(world.services.unit.write([&](Ports& ports) { return ports.usuarios.update(usuario); }));
        CHECK_FALSE(test::must(world.enter(1)).sessao.trocar_senha);
        world.clock.set(world.clock.now() + 70 * 24h);
        CHECK(test::must(world.enter(1)).sessao.trocar_senha);
    });
}

TEST_CASE("[S2-055] a session ends when it was idle for the time the installation chose when it began") {
    for_each_world([](World& world) {
        world.add(1);
        for (const int minutes : {30, 60, 120, 180, 240}) {
            CAPTURE(minutes);
            world.settings.chosen.idle_max = std::chrono::minutes(minutes);
            const auto entered = test::must(world.enter(1));
            world.settings.chosen.idle_max = 30min;
            world.clock.set(world.clock.now() + std::chrono::minutes(minutes) - 1ms);
            CHECK(allowed(world, entered) == "ok");
            world.clock.set(world.clock.now() + std::chrono::minutes(minutes));
            CHECK(allowed(world, entered) == "ACESSO-0001");
        }
    });
}

TEST_CASE("[S2-056] the access is locked after as many wrong passwords as the installation chose, from 1 to 10") {
    for_each_world([](World& world) {
        for (int limit = 1; limit <= 10; ++limit) {
            CAPTURE(limit);
            world.add(limit);
            world.settings.chosen.failures_max = limit;
            for (int wrong = 1; wrong < limit; ++wrong) CHECK(code_of_failure(world.enter(limit, "errada")) == "ACESSO-0010");
            CHECK(code_of_failure(world.enter(limit, "errada")) == "ACESSO-0011");
            CHECK(code_of_failure(world.enter(limit)) == "ACESSO-0011");
            world.clock.set(world.clock.now() + 11min);
        }
    });
}
