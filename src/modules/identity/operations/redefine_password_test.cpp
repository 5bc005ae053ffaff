// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/operations/redefine_password.hpp"

#include <doctest/doctest.h>

#include "modules/identity/operations/first_access.hpp"
#include "modules/identity/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::identity;
using namespace aroeira::identity::testing;

namespace {

/// As somebody of the world, with one of her perfis.
Granted<Permission::senhas_redefinir> may(World& world, const Usuario& who, std::string_view perfil, const std::optional<Ibge>& municipio) {
    Actor actor{.key = std::string(who.id.text()), .name = who.nome, .perfil = std::string(perfil), .municipio = municipio};
    return world.gate.as<Permission::senhas_redefinir>(actor);
}
Result<SenhaRedefinida> redefine(World& world, int n, const Granted<Permission::senhas_redefinir>& granted) {
    return PasswordDesk(world.services).redefine(granted, ibge(), cpf(n), "");
}

}  // namespace

TEST_CASE("[S2-137] [S2-138] [S2-141] who is locked comes back by a link that works once, and chooses another password") {
    for_each_world([](World& world) {
        const auto person = world.add(1, {{.perfil = "enfermeiro", .municipio = ibge()}});
        const auto as_municipal = may(world, world.add(2), "Administrador municipal", ibge());
        for (int i = 0; i < 5; ++i) CHECK_FALSE(world.enter(1, "senha-errada-1"));
        CHECK_FALSE(world.enter(1));
        CHECK(world.usuario(person.id).bloqueado.has_value());
        const auto done = test::must(redefine(world, 1, as_municipal));
        CHECK_FALSE(world.usuario(person.id).bloqueado.has_value());
        CHECK_FALSE(world.enter(1));
        const auto use = [&](std::string_view password) {
            return use_first_access({.code = done.codigo, .cpf = cpf(1), .nome = "", .password = password, .address = "10.0.0.2"}, world.services);
        };
        CHECK(code_of_failure(use(kPassword)) == "ACESSO-0020");
        test::must(use("jabuti-77-verde"));
        CHECK(code_of_failure(use("jabuti-78-verde")) == "ACESSO-0037");
        test::must(world.enter(1, "jabuti-77-verde"));
        CHECK(world.count(audit::Event::usuario_desbloqueado) == 1);
        CHECK(code_of_failure(redefine(world, 9, as_municipal)) == "ACESSO-0022");
    });
}

TEST_CASE("nobody redefines the password of who reaches further") {
    for_each_world([](World& world) {
        world.add(1, {{.perfil = "instalador"}});
        world.add(2, {{.perfil = "administrador_municipal", .municipio = other_ibge()}});
        world.add(3, {{.perfil = "administrador_municipal", .municipio = ibge()}});
        world.add(4, {{.perfil = "enfermeiro", .municipio = ibge(), .lotacao = "lotacao-1"}});
        const auto installer = may(world, world.add(5, {{.perfil = "instalador"}}), "Administrador da instalação", std::nullopt);
        const auto municipal = may(world, world.add(6), "Administrador municipal", ibge());
        const auto coordinator = may(world, world.add(7, {{.perfil = "coordenador_ubs", .municipio = ibge(), .lotacao = "lotacao-2"}}), "Coordenador UBS", ibge());
        for (const int n : {1, 2}) CHECK(code_of_failure(redefine(world, n, municipal)) == "ACESSO-0042");
        for (const int n : {3, 4}) test::must(redefine(world, n, municipal));
        for (const int n : {1, 2, 3}) CHECK(code_of_failure(redefine(world, n, coordinator)) == "ACESSO-0042");
        test::must(redefine(world, 4, coordinator));
        for (const int n : {1, 2, 3}) test::must(redefine(world, n, installer));
    });
}

TEST_CASE("[S2-146] where the installation chose so, a redefined password is the CNS and esus, or the CPF of who has none, until the first entry") {
    for_each_world([](World& world) {
        world.settings.chosen.senha_inicial = SenhaInicial::cns_esus;
        const auto person = world.add(1, {{.perfil = "enfermeiro", .municipio = ibge()}});
        const auto as_municipal = may(world, world.add(2), "Administrador municipal", ibge());
        const auto reset = [&](std::string_view cns) { return PasswordDesk(world.services).redefine(as_municipal, ibge(), cpf(1), cns); };
        CHECK(test::must(reset("700000000000005")).codigo.empty());
        CHECK_FALSE(world.enter(1));
        CHECK(test::must(world.enter(1, "700000000000005esus")).sessao.trocar_senha);
        CHECK(test::must(reset("")).codigo.empty());
        CHECK_FALSE(world.enter(1, "700000000000005esus"));
        CHECK(test::must(world.enter(1, std::string(cpf(1).text()) + "esus")).sessao.trocar_senha);
        CHECK(world.count(audit::Event::usuario_desbloqueado) == 2);
    });
}

TEST_CASE("[S2-135] [S2-136] [S2-137] who was registered and never entered does so with CNS and esus, or CPF and esus, where the installation chose so, and chooses another at once") {
    for_each_world([](World& world) {
        world.add_without_password(1, {{.perfil = "enfermeiro", .municipio = ibge()}});
        const std::string with_cpf = std::string(cpf(1).text()) + "esus";
        CHECK_FALSE(world.enter(1, with_cpf));
        CHECK(test::must(PasswordDesk(world.services).first()) == SenhaInicial::link);
        world.settings.chosen.senha_inicial = SenhaInicial::cns_esus;
        world.places.cns = "700000000000005";
        CHECK_FALSE(world.enter(1, with_cpf));
        CHECK_FALSE(world.enter(1, ""));
        world.places.cns = "";
        CHECK_FALSE(world.enter(1, "esus"));
        CHECK(test::must(world.enter(1, with_cpf)).sessao.trocar_senha);
        // From then on it is a password like another: it is over once she chooses her own.
        world.places.cns = "700000000000005";
        CHECK_FALSE(world.enter(1, "700000000000005esus"));
        CHECK(test::must(world.enter(1, with_cpf)).sessao.trocar_senha);
    });
}

TEST_CASE("who waits for a link to choose a password by gets no other") {
    for_each_world([](World& world) {
        world.settings.chosen.senha_inicial = SenhaInicial::cns_esus;
        world.add(1);
        test::must(reset_password(world.may, cpf(1), world.services));
        CHECK_FALSE(world.enter(1, std::string(cpf(1).text()) + "esus"));
    });
}
