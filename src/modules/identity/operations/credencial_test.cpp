// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "modules/identity/operations/api_log_in.hpp"
#include "modules/identity/operations/authorize.hpp"
#include "modules/identity/operations/manage_credenciais.hpp"
#include "modules/identity/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::identity;
using namespace aroeira::identity::testing;

namespace {

CredenciaisGranted of_installation(World& world) {
    return world.gate.as<Permission::credenciais_gerenciar>({.key = "instalacao"});
}
CredenciaisGranted of_municipio(World& world, const Ibge& municipio) {
    return world.gate.as<Permission::credenciais_gerenciar>({.key = "municipal", .municipio = municipio});
}

Result<Entered> enter(World& world, std::string_view usuario, std::string_view segredo) {
    return api_log_in({.usuario = usuario, .segredo = segredo, .address = "10.0.0.9"}, world.services);
}

}  // namespace

TEST_CASE("a credencial enters with the secret that was shown once, and may only send fichas") {
    for_each_world([](World& world) {
        const auto made = test::must(create_credencial(of_installation(world), " Sistema do laboratório ", ibge(), world.services));
        CHECK(made.credencial.nome == "Sistema do laboratório");
        CHECK(made.segredo.size() == 43);
        const auto entered = test::must(enter(world, made.credencial.usuario, made.segredo));
        for (const auto permission : kPermissions) {
            const auto actor = authorize(permission, {.token = entered.token, .writes = true, .address = "10.0.0.9"}, world.services);
            CHECK(code_of_failure(actor) == (permission == Permission::fichas_receber ? "ok" : "ACESSO-0002"));
            if (!actor) continue;
            CHECK(actor->kind == Actor::Kind::credencial);
            CHECK(actor->name == "Sistema do laboratório");
            CHECK(actor->municipio == ibge());
        }
        CHECK(world.count(audit::Event::credencial_criada) == 1);
        CHECK(world.secrets.work == 0);
    });
}

TEST_CASE("a wrong secret, an unknown user and an inactive credencial get the documented answers") {
    // LEDI, API de recebimento: 400 with these causes.
    for_each_world([](World& world) {
        const auto granted = of_installation(world);
        const auto made = test::must(create_credencial(granted, "Sistema", std::nullopt, world.services));
        CHECK(code_of_failure(enter(world, made.credencial.usuario, "errada")) == "ACESSO-0032");
        CHECK(code_of_failure(enter(world, "ninguem", made.segredo)) == "ACESSO-0032");
        test::must(inactivate_credencial(granted, made.credencial.id, world.services));
        CHECK(code_of_failure(enter(world, made.credencial.usuario, made.segredo)) == "ACESSO-0033");
        CHECK(code_of_failure(enter(world, made.credencial.usuario, "errada")) == "ACESSO-0032");
        CHECK(world.count(audit::Event::login_falha) == 4);
    });
}

TEST_CASE("an installation that receives nothing, or moved, says so and lets no system in") {
    // LEDI, API de recebimento: 400 for the service switched off and for an installation that moved.
    for_each_world([](World& world) {
        const auto made = test::must(create_credencial(of_installation(world), "Sistema", ibge(), world.services));
        world.settings.receiving.enabled = false;
        CHECK(code_of_failure(enter(world, made.credencial.usuario, made.segredo)) == "ACESSO-0038");
        world.settings.receiving.moved_to = "https://novo.exemplo";
        const auto moved = enter(world, made.credencial.usuario, made.segredo);
        CHECK(code_of_failure(moved) == "ACESSO-0039");
        CHECK(moved.error().message.find("https://novo.exemplo") != std::string::npos);
        world.settings.receiving = {};
        CHECK(enter(world, made.credencial.usuario, made.segredo));
    });
}

TEST_CASE("inactivating a credencial ends its open sessions at once, and twice is as once") {
    for_each_world([](World& world) {
        const auto granted = of_installation(world);
        const auto made = test::must(create_credencial(granted, "Sistema", ibge(), world.services));
        const auto entered = test::must(enter(world, made.credencial.usuario, made.segredo));
        test::must(inactivate_credencial(granted, made.credencial.id, world.services));
        test::must(inactivate_credencial(granted, made.credencial.id, world.services));
        CHECK_FALSE(world.stored(entered.token));
        CHECK(code_of_failure(check_session({.token = entered.token}, world.services)) == "ACESSO-0001");
        CHECK(world.count(audit::Event::credencial_inativada) == 1);
        CHECK(code_of_failure(authorize_again(Permission::fichas_receber, made.credencial.id.text(), ibge(), world.services)) ==
              "ACESSO-0002");
    });
}

TEST_CASE("an administrador municipal sees, makes and ends the credenciais of his município only") {
    for_each_world([](World& world) {
        const auto mine = of_municipio(world, ibge());
        const auto theirs = of_municipio(world, other_ibge());
        const auto made = test::must(create_credencial(mine, "Sistema", std::nullopt, world.services));
        CHECK(made.credencial.municipio == ibge());
        CHECK(code_of_failure(create_credencial(mine, "Sistema", other_ibge(), world.services)) == "ACESSO-0005");
        static_cast<void>(test::must(create_credencial(of_installation(world), "De todos", std::nullopt, world.services)));
        CHECK(test::must(list_credenciais(mine, world.services)).size() == 1);
        CHECK(test::must(list_credenciais(theirs, world.services)).empty());
        CHECK(test::must(list_credenciais(of_installation(world), world.services)).size() == 2);
        CHECK(code_of_failure(inactivate_credencial(theirs, made.credencial.id, world.services)) == "ACESSO-0031");
        CHECK(enter(world, made.credencial.usuario, made.segredo));
    });
}

TEST_CASE("a name of a credencial is one line of text") {
    for_each_world([](World& world) {
        for (const std::string& name : {std::string(), std::string("  "), std::string("a\nb"), std::string(121, 'x')})
            CHECK(code_of_failure(create_credencial(of_installation(world), name, ibge(), world.services)) == "ACESSO-0030");
    });
}

TEST_CASE("the secret is in no column of the database and in no event") {
    for_each_world([](World& world) {
        const auto made = test::must(create_credencial(of_installation(world), "Sistema", ibge(), world.services));
        const auto kept = test::must(world.services.unit.read([&](Ports& ports) { return ports.credenciais.find(made.credencial.id); }));
        CHECK(kept->segredo_hash == hash_of_token(made.segredo));
        for (const auto& event : world.events) CHECK(event.details.find(made.segredo) == std::string::npos);
    });
}
