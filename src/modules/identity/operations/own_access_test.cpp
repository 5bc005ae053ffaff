// SPDX-License-Identifier: Apache-2.0
// «Meus acessos», open sessions, the terms of use and the second factor.
#include "modules/identity/operations/own_access.hpp"

#include <doctest/doctest.h>

#include <thread>

#include "modules/identity/domain/termo.hpp"
#include "modules/identity/operations/authorize.hpp"
#include "modules/identity/operations/check_session.hpp"
#include "modules/identity/operations/current_session.hpp"
#include "modules/identity/operations/second_factor.hpp"
#include "modules/identity/tests/world.hpp"
#include "platform/crypto/otp.hpp"

using namespace aroeira;
using namespace aroeira::identity;
using namespace aroeira::identity::testing;

namespace {

std::string ask(World& world, const std::string& token, Permission permission = Permission::municipios_ver) {
    return code_of_failure(authorize(permission, {.token = token, .csrf = "", .writes = false, .address = "10.0.0.1"}, world.services));
}

/// Somebody with a second factor, and the telephone that has its seed.
struct Phone {
    explicit Phone(World& w, int n = 1) : world(w), usuario(w.add(n, {{.perfil = kInstalador}})), n_(n) {
        const auto entered = test::must(world.enter(n));
        test::must(begin_second_factor(entered.sessao, world.services));
        seed = test::must(world.services.unit.read([&](Ports& ports) -> Result<std::string> {
            const auto fator = test::must(ports.fatores.find(usuario.id));
            return world.secrets.unseal(fator->semente, "identity.segundo_fator/" + std::string(usuario.id.text()));
        }));
        recovery = test::must(confirm_second_factor(entered.sessao, code(), "10.0.0.1", world.services));
        later();
    }
    [[nodiscard]] std::string code(std::int64_t steps = 0) const {
        return crypto::hotp(seed, static_cast<std::uint64_t>(to_ms(world.clock.now()) / 30'000 + steps));
    }
    void later() { world.clock.set(world.clock.now() + std::chrono::seconds(90)); }
    Entered enter() { return test::must(world.enter(n_)); }
    std::string prove(const Entered& entered, std::string_view given) {
        return code_of_failure(prove_second_factor(entered.sessao, given, "10.0.0.9", world.services));
    }

    World& world;
    Usuario usuario;
    std::string seed;
    std::vector<std::string> recovery;

private:
    int n_;
};

}  // namespace

TEST_CASE("a person sees her own entries and refusals of thirty days, and nobody else's") {
    for_each_world([](World& world) {
        world.add(1);
        world.add(2);
        CHECK_FALSE(world.enter(1, "errada-123", "10.0.0.7"));
        static_cast<void>(test::must(world.enter(2)));
        const auto entered = test::must(world.enter(1));
        const auto page = test::must(own_entradas(entered.sessao, 1, world.services));
        REQUIRE(page.total == 2);
        CHECK(page.itens[0].resultado == "ok");
        CHECK(page.itens[1].resultado == "senha");
        CHECK(page.itens[1].endereco == "10.0.0.7");
        world.clock.set(world.clock.now() + std::chrono::days(31));
        const auto again = test::must(world.enter(1));
        CHECK(test::must(own_entradas(again.sessao, 1, world.services)).total == 1);
    });
}

TEST_CASE("a session is ended from another, and is outside at the next request; nobody ends that of another") {
    for_each_world([](World& world) {
        world.add(1);
        world.add(2);
        const auto there = test::must(world.enter(1, kPassword, "10.0.0.7"));
        world.clock.set(world.clock.now() + std::chrono::seconds(5));
        const auto here = test::must(world.enter(1));
        const auto other = test::must(world.enter(2));
        const auto open = test::must(own_sessions(here.sessao, world.services));
        REQUIRE(open.size() == 2);
        CHECK(open[0].current);
        CHECK(open[1].sessao.endereco == "10.0.0.7");
        CHECK(open[1].id != there.sessao.token_hash);
        CHECK(code_of_failure(end_own_session(other.sessao, open[1].id, "10.0.0.1", world.services)) == "ACESSO-0120");
        CHECK(ask(world, there.token) == "ok");
        test::must(end_own_session(here.sessao, open[1].id, "10.0.0.1", world.services));
        CHECK(ask(world, there.token) == "ACESSO-0001");
        CHECK(ask(world, here.token) == "ok");
        CHECK(world.count(audit::Event::sessao_encerrada) == 1);
        // One that is over is not shown.
        world.clock.set(world.clock.now() + std::chrono::hours(2));
        CHECK(test::must(own_sessions(here.sessao, world.services)).empty());
    });
}

TEST_CASE("too many wrong passwords end the sessions that were open") {
    for_each_world([](World& world) {
        world.add(1);
        const auto entered = test::must(world.enter(1));
        for (int i = 0; i < 5; ++i) CHECK_FALSE(world.enter(1, "errada-123", "10.0.0.7"));
        CHECK(ask(world, entered.token) == "ACESSO-0001");
        CHECK_FALSE(world.stored(entered.token));
    });
}

TEST_CASE("[S2-314] nothing is permitted before the terms of use are accepted, once; the event is written once") {
    for_each_world([](World& world) {
        test::must(create_usuario(world.may, {.cpf = cpf(1), .nome = "Pessoa de Teste", .senha = kPassword, .trocar_senha = false,
                                              .acessos = {{.perfil = kMunicipal, .municipio = ibge()}}}, world.services));
        const auto entered = test::must(world.enter(1));
        CHECK(entered.sessao.termo == 0);
        CHECK(ask(world, entered.token) == "ACESSO-0008");
        CHECK(code_of_failure(accept_termo(entered.sessao, kTermoVersao + 1, "10.0.0.1", world.services)) == "ACESSO-0121");
        CHECK(ask(world, entered.token) == "ACESSO-0008");
        test::must(accept_termo(entered.sessao, kTermoVersao, "10.0.0.1", world.services));
        test::must(accept_termo(entered.sessao, kTermoVersao, "10.0.0.1", world.services));
        CHECK(ask(world, entered.token) == "ok");
        CHECK(world.count(audit::Event::termo_aceito) == 1);
        CHECK(test::must(world.enter(1)).sessao.termo == kTermoVersao);
    });
}

TEST_CASE("a new version of the terms is accepted again, and an older one never undoes a newer") {
    for_each_world([](World& world) {
        const auto usuario = world.add(1);
        const auto accept = [&](std::int64_t versao) {
            return test::must(world.services.unit.write([&](Ports& ports) { return ports.usuarios.accept_termo(usuario.id, versao); }));
        };
        CHECK_FALSE(accept(kTermoVersao));
        CHECK(accept(kTermoVersao + 1));
        CHECK_FALSE(accept(kTermoVersao));
        CHECK(test::must(world.enter(1)).sessao.termo == kTermoVersao + 1);
    });
}

TEST_CASE("with a second factor the password opens half the door: only the code opens the rest") {
    for_each_world([](World& world) {
        Phone phone(world);
        CHECK(phone.recovery.size() == 10);
        CHECK(world.count(audit::Event::segundo_fator_ligado) == 1);
        const auto entered = phone.enter();
        CHECK(entered.sessao.falta_codigo);
        CHECK(ask(world, entered.token) == "ACESSO-0009");
        CHECK(phone.prove(entered, "000000") == "ACESSO-0123");
        const auto inside = test::must(prove_second_factor(entered.sessao, phone.code(), "10.0.0.9", world.services));
        CHECK(inside.token != entered.token);
        CHECK(ask(world, inside.token) == "ok");
        CHECK(ask(world, entered.token) == "ACESSO-0001");
        CHECK(code_of_failure(begin_second_factor(inside.sessao, world.services)) == "ACESSO-0122");
    });
}

TEST_CASE("the seed is not in the database as it is") {
    for_each_world([](World& world) {
        const Phone phone(world);
        const auto fator = test::must(world.services.unit.read([&](Ports& ports) { return ports.fatores.find(phone.usuario.id); }));
        CHECK(fator->semente != phone.seed);
        CHECK_FALSE(world.secrets.unseal(fator->semente, "identity.segundo_fator/outro"));
    });
}

TEST_CASE("a clock half a minute off is forgiven, one minute is not") {
    for_each_world([](World& world) {
        Phone phone(world);
        const auto one = phone.enter();
        CHECK(phone.prove(one, phone.code(-2)) == "ACESSO-0123");
        CHECK(phone.prove(one, phone.code(2)) == "ACESSO-0123");
        CHECK(phone.prove(one, phone.code(-1)) == "ok");
        phone.later();
        CHECK(phone.prove(phone.enter(), phone.code(1)) == "ok");
    });
}

TEST_CASE("one code is never taken twice, nor one before the last taken, nor by two at once") {
    for_each_world([](World& world) {
        Phone phone(world);
        const auto code = phone.code();
        const auto before = phone.code(-1);
        CHECK(phone.prove(phone.enter(), code) == "ok");
        CHECK(phone.prove(phone.enter(), code) == "ACESSO-0123");
        CHECK(phone.prove(phone.enter(), before) == "ACESSO-0123");
        phone.later();
        const auto fresh = phone.code();
        const auto a = phone.enter();
        const auto b = phone.enter();
        std::string results[2];
        std::thread first([&] { results[0] = phone.prove(a, fresh); });
        std::thread second([&] { results[1] = phone.prove(b, fresh); });
        first.join();
        second.join();
        CHECK((results[0] == "ok") != (results[1] == "ok"));
    });
}

TEST_CASE("a code of recovery opens the door once") {
    for_each_world([](World& world) {
        Phone phone(world);
        CHECK(phone.prove(phone.enter(), phone.recovery[3]) == "ok");
        CHECK(phone.prove(phone.enter(), phone.recovery[3]) == "ACESSO-0123");
        CHECK(phone.prove(phone.enter(), phone.recovery[4]) == "ok");
        Phone other(world, 2);
        CHECK(other.prove(other.enter(), phone.recovery[5]) == "ACESSO-0123");
    });
}

TEST_CASE("guessing codes locks after as many as passwords do, counted exactly under many at once") {
    for_each_world([](World& world) {
        Phone phone(world);
        const auto entered = phone.enter();
        std::atomic<int> wrong{0};
        std::atomic<int> locked{0};
        std::vector<std::thread> threads;
        for (int i = 0; i < 20; ++i)
            threads.emplace_back([&] {
                const auto code = phone.prove(entered, "abcdef");
                if (code == "ACESSO-0123") ++wrong;
                if (code == "ACESSO-0011") ++locked;
            });
        for (auto& thread : threads) thread.join();
        CHECK(wrong + locked == 20);
        CHECK(world.usuario(phone.usuario.id).bloqueado);
        CHECK_FALSE(world.stored(entered.token));
        CHECK(code_of_failure(world.enter(1)) == "ACESSO-0011");
    });
}

TEST_CASE("another administrator takes away the second factor of who lost the telephone; nobody her own so") {
    for_each_world([](World& world) {
        Phone phone(world);
        const auto other = world.add(2, {{.perfil = kInstalador}});
        const auto as = [&](const Usuario& who) {
            return world.gate.as<Permission::usuarios_gerenciar>({.kind = Actor::Kind::person, .key = std::string(who.id.text())});
        };
        CHECK(code_of_failure(reset_second_factor(as(phone.usuario), phone.usuario.id, world.services)) == "ACESSO-0112");
        const auto entered = phone.enter();
        test::must(reset_second_factor(as(other), phone.usuario.id, world.services));
        CHECK(ask(world, entered.token) == "ACESSO-0001");
        CHECK_FALSE(phone.enter().sessao.falta_codigo);
        CHECK(world.count(audit::Event::segundo_fator_removido) == 1);
    });
}

TEST_CASE("turning the second factor off takes one more code, and its recovery codes are worth nothing then") {
    for_each_world([](World& world) {
        Phone phone(world);
        const auto inside = test::must(prove_second_factor(phone.enter().sessao, phone.code(), "10.0.0.9", world.services));
        CHECK(code_of_failure(end_second_factor(inside.sessao, "000000", "10.0.0.9", world.services)) == "ACESSO-0123");
        phone.later();
        test::must(end_second_factor(inside.sessao, phone.code(), "10.0.0.9", world.services));
        CHECK_FALSE(phone.enter().sessao.falta_codigo);
        CHECK(code_of_failure(end_second_factor(inside.sessao, phone.recovery[0], "10.0.0.9", world.services)) == "ACESSO-0124");
    });
}

TEST_CASE("where it is asked of who administers, they do nothing before they turn it on, and others go on without") {
    for_each_world([](World& world) {
        world.add(2);
        world.add(3, {{.perfil = "coordenador_ubs", .municipio = ibge(), .lotacao = "lotacao-2"}});
        const auto before = test::must(world.enter(2));
        CHECK(ask(world, before.token) == "ok");
        world.settings.chosen.administrators_prove = true;
        // Who is inside is asked too; the own access stays open, for it is turned on there.
        CHECK(ask(world, before.token) == "ACESSO-0125");
        CHECK(test::must(current_session(before.sessao, world.services)).sessao.falta_segundo_fator);
        CHECK(test::must(check_session({.token = before.token}, world.services)).usuario.has_value());
        const auto nurse = test::must(world.enter(3));
        CHECK_FALSE(test::must(current_session(nurse.sessao, world.services)).sessao.falta_segundo_fator);
        CHECK(ask(world, nurse.token, Permission::fichas_receber) == "ACESSO-0002");

        Phone phone(world);
        const auto inside = test::must(prove_second_factor(phone.enter().sessao, phone.code(), "10.0.0.9", world.services));
        CHECK(ask(world, inside.token) == "ok");
        phone.later();
        CHECK(code_of_failure(end_second_factor(inside.sessao, phone.code(), "10.0.0.9", world.services)) == "ACESSO-0126");
        CHECK(ask(world, inside.token) == "ok");
        world.settings.chosen.administrators_prove = false;
        test::must(end_second_factor(inside.sessao, phone.code(), "10.0.0.9", world.services));
    });
}
