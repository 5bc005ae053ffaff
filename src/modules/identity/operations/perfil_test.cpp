// SPDX-License-Identifier: Apache-2.0
// What a perfil gives, from the database to the gate.
#include <doctest/doctest.h>

#include "modules/identity/domain/permission_source.hpp"
#include "modules/identity/operations/authorize.hpp"
#include "modules/identity/tests/world.hpp"
#include "modules/tabelas/api/perfis.hpp"

using namespace aroeira;
using namespace aroeira::identity;
using namespace aroeira::identity::testing;

namespace {

constexpr std::string_view kCnes = "Importar CNES";

/// The row a município gets when it edits a standard perfil.
Perfil edited(World& world, const std::string& id, const RecursoSet& active, const RecursoSet& taken) {
    return test::must(world.services.unit.write([&](Ports& ports) -> Result<Perfil> {
        AROEIRA_TRY(auto perfil, ports.perfis.find(ibge(), id));
        perfil->municipio = ibge();
        perfil->editado = true;
        AROEIRA_CHECK(ports.perfis.insert(*perfil));
        std::vector<KeptRecurso> kept;
        for (const auto one : active) kept.push_back({std::string(one), true});
        for (const auto one : taken) kept.push_back({std::string(one), false});
        AROEIRA_CHECK(ports.perfis.put_recursos(*perfil, kept));
        return *perfil;
    }));
}

RecursoSet active_of(World& world, const Perfil& perfil) {
    const auto kept = test::must(world.services.unit.read([&](Ports& ports) { return ports.perfis.recursos(perfil); }));
    RecursoSet active;
    for (const auto& one : kept)
        if (one.ativo) active.insert(recursos()[*find_recurso(one.caminho)].caminho);
    return active;
}

void upgrade(World& world, std::string_view codigo, const RecursoSet& shipped) {
    test::must(world.services.unit.write([&](Ports& ports) { return upgrade_edited(codigo, shipped, ports); }));
}

std::string ask(World& world, const Entered& who, Permission permission) {
    return code_of_failure(authorize(permission, {.token = who.token, .csrf = "", .writes = false, .address = "10.0.0.1"}, world.services));
}

}  // namespace

TEST_CASE("the standard perfis are laid once, and again at every start, without touching what was edited") {
    for_each_world([](World& world) {
        const auto before = edited(world, kEnfermeiro, {kCnes}, {});
        test::must(prepare_perfis(world.services));
        world.services.unit.read([&](Ports& ports) -> Result<void> {
            for (std::size_t row = 0; row < tabelas::perfis_padrao(); ++row) {
                const auto found = test::must(ports.perfis.find(other_ibge(), tabelas::perfil_padrao(row).codigo));
                REQUIRE(found);
                CHECK(found->as_shipped());
                CHECK_FALSE(found->municipio);
                CHECK(found->versao == 1);
            }
            CHECK(test::must(ports.perfis.find(ibge(), kEnfermeiro))->municipio == ibge());
            return {};
        }).value();
        CHECK(active_of(world, before).contains(kCnes));
    });
}

TEST_CASE("[S2-206] a recurso added to a perfil or taken away counts at the next request, in that município only") {
    for_each_world([](World& world) {
        world.add(1, {{.perfil = kEnfermeiro, .municipio = ibge()}});
        world.add(2, {{.perfil = kEnfermeiro, .municipio = other_ibge()}});
        const auto here = test::must(world.enter(1));
        const auto there = test::must(world.enter(2));
        CHECK(ask(world, here, Permission::cnes_ver) == "ACESSO-0002");
        auto perfil = edited(world, kEnfermeiro, {kCnes}, {});
        CHECK(ask(world, here, Permission::cnes_ver) == "ok");
        CHECK(ask(world, here, Permission::lotes_imunobiologicos) == "ACESSO-0002");
        CHECK(ask(world, there, Permission::cnes_ver) == "ACESSO-0002");
        CHECK(ask(world, there, Permission::lotes_imunobiologicos) == "ok");
        test::must(world.services.unit.write([&](Ports& ports) -> Result<void> {
            const std::vector<KeptRecurso> taken{{std::string(kCnes), false}};
            AROEIRA_CHECK(ports.perfis.put_recursos(perfil, taken));
            AROEIRA_CHECK(ports.perfis.update(perfil));
            return {};
        }));
        CHECK(ask(world, here, Permission::cnes_ver) == "ACESSO-0002");
    });
}

TEST_CASE("what one node changed counts at the next request of another, which remembers the version before") {
    test::for_each_engine([](db::Database& database) {
        World one(database);
        World two(database);
        one.add(1, {{.perfil = kEnfermeiro, .municipio = ibge()}});
        const auto entered = test::must(one.enter(1));
        CHECK(ask(two, entered, Permission::cnes_ver) == "ACESSO-0002");
        auto perfil = edited(one, kEnfermeiro, {kCnes}, {});
        CHECK(ask(two, entered, Permission::cnes_ver) == "ok");
        test::must(one.services.unit.write([&](Ports& ports) -> Result<void> {
            const std::vector<KeptRecurso> taken{{std::string(kCnes), false}};
            AROEIRA_CHECK(ports.perfis.put_recursos(perfil, taken));
            AROEIRA_CHECK(ports.perfis.update(perfil));
            return {};
        }));
        CHECK(ask(two, entered, Permission::cnes_ver) == "ACESSO-0002");
    });
}

TEST_CASE("an inactive perfil gives nothing from the next request on, and is not offered") {
    for_each_world([](World& world) {
        world.add(1);
        const auto entered = test::must(world.enter(1));
        auto perfil = edited(world, kMunicipal, recursos_padrao(kMunicipal), {});
        CHECK(ask(world, entered, Permission::cnes_ver) == "ok");
        perfil.ativo = false;
        CHECK(test::must(world.services.unit.write([&](Ports& ports) { return ports.perfis.update(perfil); })));
        CHECK(ask(world, entered, Permission::cnes_ver) == "ACESSO-0004");
        CHECK(code_of_failure(world.enter(1)) == "ACESSO-0014");
    });
}

TEST_CASE("of two who change a perfil at once the second is told") {
    for_each_world([](World& world) {
        auto perfil = edited(world, kEnfermeiro, {}, {});
        const auto save = [&] { return test::must(world.services.unit.write([&](Ports& ports) { return ports.perfis.update(perfil); })); };
        CHECK(save());
        CHECK_FALSE(save());
    });
}

TEST_CASE("[S2-318] [S2-207] in a new version an edited standard perfil receives the new recursos and loses none") {
    for_each_world([](World& world) {
        // As shipped it had CBO and CNES; CBO was taken away here, auditoria added.
        const auto perfil = edited(world, kMunicipal, {kCnes, "Gerar trilha de auditoria"}, {"Visualizar CBO"});
        // The next version drops CNES and brings agenda.
        const RecursoSet next{"Visualizar CBO", "Configuração municipal", "Configuração municipal > Configurar agenda padrão"};
        upgrade(world, kMunicipal, next);
        CHECK(active_of(world, perfil) == RecursoSet{kCnes, "Gerar trilha de auditoria", "Configuração municipal",
                                                     "Configuração municipal > Configurar agenda padrão"});
        CHECK(world.count(audit::Event::perfil_configurado) == 1);
        CHECK(world.events.back().details.find("Adição Configuração municipal Configurar agenda padrão") != std::string::npos);
        CHECK(world.events.back().municipio == "2800308");
        upgrade(world, kMunicipal, next);
        CHECK(world.count(audit::Event::perfil_configurado) == 1);
    });
}

TEST_CASE("a new recurso below one that was taken away opens the way to it") {
    for_each_world([](World& world) {
        const auto perfil = edited(world, kMunicipal, {}, {"Configuração municipal"});
        upgrade(world, kMunicipal, {"Configuração municipal", "Configuração municipal > Configurar agenda padrão"});
        CHECK(active_of(world, perfil) == RecursoSet{"Configuração municipal", "Configuração municipal > Configurar agenda padrão"});
    });
}

TEST_CASE("a standard perfil nobody edited is what the version says, without a row of recursos") {
    for_each_world([](World& world) {
        world.services.unit.read([&](Ports& ports) -> Result<void> {
            const auto found = test::must(ports.perfis.find(ibge(), "medico"));
            CHECK(test::must(ports.perfis.recursos(*found)).empty());
            CHECK(test::must(permissions_of(*found, ports.perfis, world.book)) == permissions_given_by(recursos_padrao("medico")));
            return {};
        }).value();
    });
}
