// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/operations/log_in.hpp"

#include <doctest/doctest.h>

#include <thread>

#include "modules/identity/operations/attempt.hpp"
#include "modules/identity/operations/check_session.hpp"
#include "modules/identity/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::identity;
using namespace aroeira::identity::testing;

TEST_CASE("[S2-325] the right password opens a session with the only acesso chosen, and leaves an event") {
    for_each_world([](World& world) {
        const auto usuario = world.add(1);
        const auto entered = test::must(world.enter(1));
        CHECK(entered.token.size() == 43);  // ASVS V7.2.3: 256 random bits.
        const auto stored = world.stored(entered.token);
        REQUIRE(stored);
        CHECK(stored->key() == usuario.id.text());
        REQUIRE(stored->acesso);
        CHECK(stored->acesso->perfil == kMunicipal);
        CHECK(stored->csrf.size() == 43);
        CHECK(world.count(audit::Event::login_ok) == 1);
        CHECK(test::must(check_session({.token = entered.token, .address = "10.0.0.1"}, world.services)).key() == usuario.id.text());
    });
}

TEST_CASE("with several acessos none is chosen, and without any nobody enters") {
    for_each_world([](World& world) {
        world.add(1, {{.perfil = kMunicipal, .municipio = ibge()}, {.perfil = kEnfermeiro, .municipio = ibge()}});
        world.add(2, {});
        CHECK_FALSE(test::must(world.enter(1)).sessao.acesso);
        CHECK(code_of_failure(world.enter(2)) == "ACESSO-0014");
        CHECK(world.count(audit::Event::login_falha) == 1);
    });
}

TEST_CASE("an unknown CPF is answered word by word, and with the same work, as a wrong password") {
    // SBIS NGS1.02.16.
    for_each_world([](World& world) {
        world.add(1);
        for (int attempt = 0; attempt < 8; ++attempt) {
            const int before = world.secrets.work;
            const auto known = world.enter(1, "errada-123");
            const int between = world.secrets.work;
            const auto unknown = world.enter(2, "errada-123");
            CHECK(code_of_failure(known) == code_of_failure(unknown));
            CHECK(known.error().message == unknown.error().message);
            CHECK(known.error().kind == unknown.error().kind);
            CHECK(between - before == world.secrets.work - between);
        }
    });
}

TEST_CASE("[S2-317] [S2-322] N-1 wrong passwords are forgiven by the right one, the N-th locks until an administrator unlocks") {
    // SBIS NGS1.02.13.
    for_each_world([](World& world) {
        const auto usuario = world.add(1);
        for (int i = 0; i < 4; ++i) CHECK(code_of_failure(world.enter(1, "errada-123")) == "ACESSO-0010");
        const auto entered = test::must(world.enter(1));
        CHECK(entered.sessao.falhas_anteriores == 4);
        for (int i = 0; i < 4; ++i) CHECK(code_of_failure(world.enter(1, "errada-123")) == "ACESSO-0010");
        CHECK(code_of_failure(world.enter(1, "errada-123")) == "ACESSO-0011");
        CHECK(code_of_failure(world.enter(1)) == "ACESSO-0011");
        CHECK(world.usuario(usuario.id).bloqueado == world.clock.now());
        CHECK(world.count(audit::Event::usuario_bloqueado) == 1);
        // The counts of old attempts are swept when others enter; the lock is not.
        world.add(2);
        world.clock.set(world.clock.now() + std::chrono::days(40));
        CHECK(world.enter(2));
        CHECK(code_of_failure(world.enter(1)) == "ACESSO-0011");
        static_cast<void>(test::must(reset_password(world.may, cpf(1), world.services)));
        CHECK(world.count(audit::Event::usuario_desbloqueado) == 1);
        CHECK_FALSE(world.usuario(usuario.id).bloqueado);
        CHECK(code_of_failure(world.enter(1)) == "ACESSO-0010");  // The old password is gone.
    });
}

TEST_CASE("[S2-326] of a hundred wrong passwords at once exactly five are compared, and a hundred are recorded") {
    for_each_world([](World& world) {
        const auto usuario = world.add(1);
        world.secrets.on_verify = [] { std::this_thread::sleep_for(std::chrono::milliseconds(20)); };
        world.secrets.work = 0;
        std::atomic<int> refused{0};
        std::atomic<int> other{0};
        std::vector<std::thread> threads;
        for (int i = 0; i < 100; ++i)
            threads.emplace_back([&] {
                const auto code = code_of_failure(world.enter(1, "errada-123"));
                ++(code == "ACESSO-0010" || code == "ACESSO-0011" ? refused : other);
            });
        for (auto& thread : threads) thread.join();
        CHECK(world.secrets.work == 5);
        CHECK(refused == 100);
        CHECK(other == 0);
        CHECK(world.count(audit::Event::login_falha) == 100);
        CHECK(world.count(audit::Event::usuario_bloqueado) == 1);
        CHECK(world.usuario(usuario.id).bloqueado);
        CHECK(code_of_failure(world.enter(1)) == "ACESSO-0011");
    });
}

TEST_CASE("a password that was changed while it was being compared lets nobody in") {
    for_each_world([](World& world) {
        auto usuario = world.add(1);
        world.secrets.on_verify = [&] {
            usuario.senha = "hash:outra";
            test::must(world.services.unit.write([&](Ports& ports) { return ports.usuarios.update(usuario); }));
        };
        CHECK(code_of_failure(world.enter(1)) == "ACESSO-0010");
    });
}

TEST_CASE("each wrong password of a row makes the next one slower") {
    for_each_world([](World& world) {
        world.add(1);
        for (int i = 0; i < 5; ++i) static_cast<void>(world.enter(1, "errada-123"));
        using std::chrono::milliseconds;
        CHECK(world.pauses == std::vector{milliseconds(250), milliseconds(500), milliseconds(1000), milliseconds(1000)});
    });
}

TEST_CASE("an address that tries many people is refused for a while, and other addresses are not") {
    for_each_world([](World& world) {
        world.add(1);
        world.settings.chosen.address_failures_max = 20;
        for (int i = 0; i < 20; ++i) CHECK(code_of_failure(world.enter(100 + i, "errada-123")) == "ACESSO-0010");
        CHECK(code_of_failure(world.enter(1)) == "ACESSO-0012");
        CHECK(world.enter(1, kPassword, "10.0.0.2"));
        world.clock.set(world.clock.now() + std::chrono::minutes(11));
        CHECK(world.enter(1));
    });
}

TEST_CASE("addresses of one IPv6 network count together") {
    CHECK(address_key("2001:db8:1:2:3:4:5:6") == address_key("2001:db8:1:2:ffff::1"));
    CHECK(address_key("2001:db8:1:2::1") != address_key("2001:db8:1:3::1"));
    CHECK(address_key("10.0.0.1") != address_key("10.0.0.2"));
    CHECK(address_key("::ffff:10.0.0.1") != address_key("::ffff:10.0.0.2"));
}

TEST_CASE("entering never keeps a token that came with the request") {
    // Session fixation: ASVS V7.2.4, SBIS NGS1.02.23.
    for_each_world([](World& world) {
        world.add(1);
        const auto first = test::must(world.enter(1));
        const auto second = test::must(log_in({.cpf = cpf(1), .password = kPassword, .address = "10.0.0.1", .replaced_token = first.token},
                                              world.services));
        CHECK(second.token != first.token);
        CHECK_FALSE(world.stored(first.token));
        const auto planted = test::must(log_in({.cpf = cpf(1), .password = kPassword, .address = "10.0.0.1", .replaced_token = "plantado"},
                                               world.services));
        CHECK(planted.token != "plantado");
        CHECK_FALSE(world.stored("plantado"));
    });
}

TEST_CASE("a person has at most ten sessions, and the oldest ends") {
    // ASVS V7.1.2.
    for_each_world([](World& world) {
        world.add(1);
        std::vector<std::string> tokens;
        for (int i = 0; i < 12; ++i) {
            world.clock.set(world.clock.now() + std::chrono::seconds(1));
            tokens.push_back(test::must(world.enter(1)).token);
        }
        for (std::size_t i = 0; i < tokens.size(); ++i) CHECK(world.stored(tokens[i]).has_value() == (i >= 2));
    });
}

TEST_CASE("nothing that is recorded of a login holds the CPF, the name or the password") {
    for_each_world([](World& world) {
        world.add(1);
        static_cast<void>(world.enter(1, "errada-123"));
        static_cast<void>(world.enter(2, "errada-123"));
        static_cast<void>(world.enter(1));
        for (const auto& event : world.events)
            for (const auto& text : {event.actor, event.entity_id, event.details}) {
                CHECK(text.find(cpf(1).text()) == text.npos);
                CHECK(text.find(cpf(2).text()) == text.npos);
                CHECK(text.find("errada") == text.npos);
                CHECK(text.find("Pessoa") == text.npos);
            }
    });
}
