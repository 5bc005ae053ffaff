// SPDX-License-Identifier: Apache-2.0
// What a session lives through: checks, renewals, and its several ends.
#include <doctest/doctest.h>

#include <thread>

#include "modules/identity/domain/permission_source.hpp"
#include "modules/identity/operations/authorize.hpp"
#include "modules/identity/operations/change_password.hpp"
#include "modules/identity/operations/choose_acesso.hpp"
#include "modules/identity/operations/current_session.hpp"
#include "modules/identity/operations/log_out.hpp"
#include "modules/identity/tests/world.hpp"
#include "modules/tabelas/api/perfis.hpp"

using namespace aroeira;
using namespace aroeira::identity;
using namespace aroeira::identity::testing;

namespace {

Presented reading(const std::string& token) { return {.token = token, .csrf = "", .writes = false, .address = "10.0.0.1"}; }

const std::vector<NewAcesso> kTwo{{.perfil = kMunicipal, .municipio = ibge()},
                                  {.perfil = kEnfermeiro, .municipio = other_ibge()}};

}  // namespace

TEST_CASE("[S2-323] a session ends after the time of inactivity, at once and with one event") {
    // SBIS NGS1.02.20.
    for_each_world([](World& world) {
        world.add(1);
        const auto entered = test::must(world.enter(1));
        world.clock.set(world.clock.now() + std::chrono::minutes(30) - std::chrono::milliseconds(1));
        CHECK(check_session(reading(entered.token), world.services));
        world.clock.set(world.clock.now() + std::chrono::minutes(30));
        const auto over = check_session(reading(entered.token), world.services);
        CHECK(code_of_failure(over) == "ACESSO-0001");
        CHECK(over.error().kind == ErrorKind::unauthenticated);
        CHECK_FALSE(world.stored(entered.token));
        CHECK(code_of_failure(check_session(reading(entered.token), world.services)) == "ACESSO-0001");
        CHECK(world.count(audit::Event::sessao_expirada) == 1);
    });
}

TEST_CASE("of many requests that find a session expired one records it") {
    for_each_world([](World& world) {
        world.add(1);
        const auto entered = test::must(world.enter(1));
        world.clock.set(world.clock.now() + std::chrono::hours(13));
        std::vector<std::thread> threads;
        for (int i = 0; i < 12; ++i)
            threads.emplace_back([&] { CHECK_FALSE(check_session(reading(entered.token), world.services)); });
        for (auto& thread : threads) thread.join();
        CHECK(world.count(audit::Event::sessao_expirada) == 1);
    });
}

TEST_CASE("a session in use ends after twelve hours all the same") {
    // ASVS V7.3.2.
    for_each_world([](World& world) {
        world.add(1);
        const auto entered = test::must(world.enter(1));
        for (int i = 1; i < 12 * 6; ++i) {
            world.clock.set(world.clock.now() + std::chrono::minutes(10));
            REQUIRE(check_session(reading(entered.token), world.services));
        }
        world.clock.set(world.clock.now() + std::chrono::minutes(10));
        CHECK(code_of_failure(check_session(reading(entered.token), world.services)) == "ACESSO-0001");
    });
}

TEST_CASE("being heard of costs no write per request, and at most one a minute") {
    for_each_world([](World& world) {
        world.add(1);
        const auto entered = test::must(world.enter(1));
        const int before = world.writes;
        for (int i = 0; i < 50; ++i) static_cast<void>(test::must(check_session(reading(entered.token), world.services)));
        CHECK(world.writes == before);
        world.clock.set(world.clock.now() + std::chrono::seconds(61));
        static_cast<void>(test::must(check_session(reading(entered.token), world.services)));
        test::must(write_seen(world.services, SeenBook::Due::after_a_minute));
        CHECK(world.writes == before + 1);
        CHECK(world.stored(entered.token)->vista == world.clock.now());
        static_cast<void>(test::must(check_session(reading(entered.token), world.services)));
        test::must(write_seen(world.services, SeenBook::Due::after_a_minute));
        CHECK(world.writes == before + 1);
        world.clock.set(world.clock.now() + std::chrono::seconds(61));
        test::must(write_seen(world.services, SeenBook::Due::after_a_minute));
        CHECK(world.writes == before + 1);
        static_cast<void>(test::must(check_session(reading(entered.token), world.services)));
        test::must(write_seen(world.services, SeenBook::Due::all));
        CHECK(world.stored(entered.token)->vista == world.clock.now());
    });
}

TEST_CASE("[S2-323] who left is outside at the next request, with the same token") {
    for_each_world([](World& world) {
        world.add(1);
        const auto entered = test::must(world.enter(1));
        test::must(log_out(entered.sessao, "10.0.0.1", world.services));
        CHECK(code_of_failure(check_session(reading(entered.token), world.services)) == "ACESSO-0001");
        CHECK(world.count(audit::Event::logout) == 1);
    });
}

TEST_CASE("who is inactivated is outside at the next request") {
    // ASVS V7.4.2.
    for_each_world([](World& world) {
        auto usuario = world.add(1);
        const auto entered = test::must(world.enter(1));
        usuario.ativo = false;
        test::must(world.services.unit.write([&](Ports& ports) { return ports.usuarios.update(usuario); }));
        CHECK(code_of_failure(check_session(reading(entered.token), world.services)) == "ACESSO-0001");
        CHECK(code_of_failure(world.enter(1)) == "ACESSO-0010");
    });
}

TEST_CASE("a method that writes needs the session's own CSRF token, and a forged one leaves an event") {
    for_each_world([](World& world) {
        world.add(1);
        world.add(2);
        const auto entered = test::must(world.enter(1));
        const auto other = test::must(world.enter(2));
        Presented presented{.token = entered.token, .csrf = entered.sessao.csrf, .writes = true, .address = "10.0.0.1"};
        CHECK(check_session_and_csrf(presented, world.services));
        for (const std::string& forged : {std::string(), other.sessao.csrf, entered.sessao.csrf + "x"}) {
            presented.csrf = forged;
            const auto refused = check_session_and_csrf(presented, world.services);
            CHECK(code_of_failure(refused) == "ACESSO-0003");
            CHECK(refused.error().kind == ErrorKind::forbidden);
        }
        CHECK(world.count(audit::Event::acesso_negado) == 3);
        presented.csrf = "";
        presented.writes = false;
        CHECK(check_session_and_csrf(presented, world.services));
    });
}

TEST_CASE("choosing an acesso renews token and CSRF token, and the old token is worth nothing") {
    for_each_world([](World& world) {
        world.add(1, kTwo);
        const auto entered = test::must(world.enter(1));
        const auto described = test::must(current_session(entered.sessao, world.services));
        REQUIRE(described.acessos.size() == 2);
        CHECK(described.acessos[0].place.municipio_nome == "Aracaju");
        REQUIRE(described.acessos[1].acesso.perfil == kEnfermeiro);
        const auto chosen = test::must(choose_acesso(entered.sessao, described.acessos[1].acesso.id, "10.0.0.1", world.services));
        CHECK(chosen.token != entered.token);
        CHECK(chosen.sessao.csrf != entered.sessao.csrf);
        CHECK_FALSE(world.stored(entered.token));
        CHECK(world.stored(chosen.token)->acesso->perfil == kEnfermeiro);
        CHECK(world.stored(chosen.token)->expira == entered.sessao.expira);
        CHECK(world.count(audit::Event::acesso_escolhido) == 1);
    });
}

TEST_CASE("nobody chooses the acesso of another") {
    for_each_world([](World& world) {
        world.add(1, kTwo);
        const auto other = test::must(current_session({.usuario = world.add(2).id}, world.services));
        const auto entered = test::must(world.enter(1));
        const auto refused = choose_acesso(entered.sessao, other.acessos.front().acesso.id, "10.0.0.1", world.services);
        CHECK(code_of_failure(refused) == "ACESSO-0015");
        CHECK(world.count(audit::Event::acesso_negado) == 1);
        CHECK(world.stored(entered.token));
    });
}

TEST_CASE("[S2-193] every standard perfil gets exactly its permissions from the gate, in its own município") {
    for_each_world([](World& world) {
        for (std::size_t row = 0; row < tabelas::perfis_padrao(); ++row) {
            const auto shipped = tabelas::perfil_padrao(row);
            const bool municipal = is_municipal(tipo_acesso_of(shipped.tipo_acesso).value());
            const int n = static_cast<int>(row) + 1;
            world.add(n, {{.perfil = std::string(shipped.codigo), .municipio = municipal ? std::optional(ibge()) : std::nullopt}});
            const auto entered = test::must(world.enter(n));
            const auto may = permissions_given_by(recursos_padrao(shipped.codigo));
            for (const auto permission : kPermissions) {
                const auto actor = authorize(permission, reading(entered.token), world.services);
                CAPTURE(name_of(permission));
                CAPTURE(shipped.codigo);
                CHECK(code_of_failure(actor) == (may.has(permission) ? "ok" : "ACESSO-0002"));
                if (actor) CHECK(actor->municipio == (municipal ? std::optional(ibge()) : std::nullopt));
            }
        }
        CHECK(world.count(audit::Event::acesso_negado) > 0);
    });
}

TEST_CASE("before an acesso is chosen, and before a given password is changed, nothing is permitted") {
    // SBIS NGS1.02.06.
    for_each_world([](World& world) {
        world.add(1, kTwo);
        world.add(2, {{.perfil = kInstalador}}, true);
        const auto two = test::must(world.enter(1));
        const auto fresh = test::must(world.enter(2));
        CHECK(fresh.sessao.trocar_senha);
        for (const auto permission : kPermissions) {
            CHECK(code_of_failure(authorize(permission, reading(two.token), world.services)) == "ACESSO-0004");
            CHECK(code_of_failure(authorize(permission, reading(fresh.token), world.services)) == "ACESSO-0007");
        }
        const auto changed = test::must(change_password(fresh.sessao, {.current = kPassword, .chosen = "outro-girassol-9", .address = ""},
                                                        world.services));
        CHECK(authorize(Permission::municipios_ver, reading(changed.token), world.services));
    });
}

TEST_CASE("a job goes on for who may still do it, in that município, and for nobody else") {
    for_each_world([](World& world) {
        auto usuario = world.add(1, kTwo);
        const std::string key(usuario.id.text());
        const auto again = [&](Permission permission, const Ibge& municipio) {
            return authorize_again(permission, key, municipio, world.services);
        };
        CHECK(test::must(again(Permission::cnes_importar, ibge())).municipio == ibge());
        CHECK(code_of_failure(again(Permission::cnes_importar, other_ibge())) == "ACESSO-0002");
        CHECK(code_of_failure(again(Permission::usuarios_gerenciar, ibge())) == "ACESSO-0002");
        CHECK(test::must(authorize_again(Permission::cnes_importar, "console", ibge(), world.services)).kind == Actor::Kind::console);
        CHECK(test::must(authorize_again(Permission::transmissao_gerenciar, "rotina", ibge(), world.services)).name == "Rotina automática");
        CHECK(code_of_failure(authorize_again(Permission::cnes_importar, "", ibge(), world.services)) == "ACESSO-0002");
        usuario.ativo = false;
        test::must(world.services.unit.write([&](Ports& ports) { return ports.usuarios.update(usuario); }));
        CHECK(code_of_failure(again(Permission::cnes_importar, ibge())) == "ACESSO-0002");
    });
}

TEST_CASE("[S2-327] changing the password ends all other sessions and renews this one") {
    for_each_world([](World& world) {
        world.add(1);
        const auto elsewhere = test::must(world.enter(1));
        const auto here = test::must(world.enter(1));
        const auto changed = test::must(change_password(here.sessao, {.current = kPassword, .chosen = "outro-girassol-9", .address = ""},
                                                        world.services));
        CHECK_FALSE(world.stored(elsewhere.token));
        CHECK_FALSE(world.stored(here.token));
        CHECK(world.stored(changed.token));
        CHECK(world.count(audit::Event::senha_alterada) == 1);
        CHECK(code_of_failure(world.enter(1)) == "ACESSO-0010");
        CHECK(world.enter(1, "outro-girassol-9"));
    });
}

TEST_CASE("a new password is neither the current nor the previous one, nor against the rules") {
    // SBIS NGS1.02.11.
    for_each_world([](World& world) {
        world.add(1);
        auto entered = test::must(world.enter(1));
        const auto change = [&](const char* current, const char* chosen) {
            auto changed = change_password(entered.sessao, {.current = current, .chosen = chosen, .address = "10.0.0.1"}, world.services);
            const auto code = code_of_failure(changed);
            if (changed) entered = std::move(changed).value();
            return code;
        };
        CHECK(change(kPassword, kPassword) == "ACESSO-0020");
        CHECK(change(kPassword, "senha123") == "ACESSO-0020");
        CHECK(change("errada-123", "outro-girassol-9") == "ACESSO-0023");
        CHECK(change(kPassword, "outro-girassol-9") == "ok");
        CHECK(change("outro-girassol-9", kPassword) == "ACESSO-0020");
        CHECK(change("outro-girassol-9", "terceiro-girassol-9") == "ok");
        CHECK(change("terceiro-girassol-9", kPassword) == "ok");
    });
}

TEST_CASE("guessing the current password inside a session locks and ends it") {
    for_each_world([](World& world) {
        world.add(1);
        const auto entered = test::must(world.enter(1));
        const auto guess = [&] {
            return code_of_failure(change_password(entered.sessao, {.current = "errada-123", .chosen = "outro-girassol-9", .address = ""},
                                                   world.services));
        };
        for (int i = 0; i < 4; ++i) CHECK(guess() == "ACESSO-0023");
        CHECK(guess() == "ACESSO-0011");
        CHECK_FALSE(world.stored(entered.token));
        CHECK(code_of_failure(world.enter(1)) == "ACESSO-0011");
    });
}

TEST_CASE("requests without any session leave a bounded number of events") {
    test::for_each_engine([](db::Database& database) {
        World world(database);
        for (int i = 0; i < 20; ++i) CHECK_FALSE(check_session(reading(""), world.services));
        CHECK(world.events.empty());
        for (int i = 0; i < 1200; ++i) CHECK_FALSE(check_session(reading("desconhecido"), world.services));
        CHECK(world.count(audit::Event::acesso_negado) == 1000);
        world.clock.set(world.clock.now() + std::chrono::minutes(2));
        CHECK_FALSE(check_session(reading("desconhecido"), world.services));
        CHECK(world.events.back().details == R"({"motivo":"sessao_desconhecida","omitidas":200})");
    });
}
