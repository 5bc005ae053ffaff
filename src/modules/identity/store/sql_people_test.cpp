// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/store/sql_people.hpp"

#include <doctest/doctest.h>

#include <thread>

#include "modules/identity/operations/check_session.hpp"
#include "modules/identity/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::identity;
using namespace aroeira::identity::testing;

namespace {

struct Village {
    explicit Village(db::Database& base) : database(base), world(base) {}

    template <class F>
    auto in(F body) -> decltype(body(std::declval<People&>())) {
        using R = decltype(body(std::declval<People&>()));
        std::optional<R> kept;
        auto done = database.write([&](db::Session& session) -> Result<void> {
            SqlPeople people(session, world.ids, world.clock);
            kept.emplace(body(people));
            if (!*kept) return kept->error();
            return {};
        });
        if (!done) return std::move(done).error();
        return std::move(*kept);
    }
    Result<void> set(const UsuarioId& who, const std::vector<std::string>& perfis) {
        return in([&](People& people) { return people.set_perfis(who, ibge(), "lotacao-1", perfis); });
    }
    std::vector<std::string> perfis() {
        return test::must(in([&](People& people) { return people.perfis_of(ibge(), "lotacao-1"); }));
    }

    db::Database& database;
    World world;
};

void for_each_village(const std::function<void(Village&)>& body) {
    test::for_each_engine([&](db::Database& database) {
        Village village(database);
        body(village);
    });
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("whoever is in the registry becomes a usuário once, without a password, under the name of the registry") {
    for_each_village([](Village& village) {
        const auto id = test::must(village.in([&](People& people) { return people.ensure(cpf(1), "Ana"); }));
        CHECK(test::must(village.in([&](People& people) { return people.ensure(cpf(1), "Ana Maria"); })) == id);
        CHECK(village.world.usuario(id).nome == "Ana Maria");
        CHECK(village.world.usuario(id).senha.empty());
        CHECK(code_of_failure(village.world.enter(1, "")) == "ACESSO-0010");
        const std::vector<Cpf> asked{cpf(2), cpf(1)};
        const auto states = test::must(village.in([&](People& people) { return people.states(asked); }));
        REQUIRE(states.size() == 2);
        CHECK_FALSE(states[0]);
        CHECK(states[1]->usuario == id);
        CHECK(states[1]->ativo);
    });
}

TEST_CASE("the acessos of a lotação become exactly the perfis asked for, and who worked with one chooses again") {
    for_each_village([](Village& village) {
        const auto usuario = village.world.add(1, {});
        test::must(village.set(usuario.id, {"medico", "coordenador_ubs"}));
        CHECK(village.perfis() == Names{"coordenador_ubs", "medico"});
        test::must(village.set(usuario.id, {"medico"}));
        CHECK(village.perfis() == Names{"medico"});
        const auto entered = test::must(village.world.enter(1));
        CHECK(entered.sessao.acesso->perfil == "medico");
        test::must(village.set(usuario.id, {"enfermeiro", "medico"}));
        CHECK(village.world.stored(entered.token)->acesso->perfil == "medico");
        test::must(village.set(usuario.id, {}));
        CHECK(village.perfis().empty());
        CHECK_FALSE(village.world.stored(entered.token)->acesso);
    });
}

TEST_CASE("Bad input: a perfil that is unknown, inactive, of another município or not of lotação is refused, and nothing changes") {
    for_each_village([](Village& village) {
        const auto usuario = village.world.add(1, {});
        test::must(village.set(usuario.id, {"medico"}));
        test::must(village.world.services.unit.write([&](Ports& ports) -> Result<void> {
            AROEIRA_CHECK(ports.perfis.insert({.municipio = other_ibge(), .id = "p-vizinho", .nome = "Do vizinho"}));
            return ports.perfis.insert({.municipio = ibge(), .id = "p-inativo", .nome = "Inativo", .ativo = false});
        }));
        for (const auto* wrong : {"instalador", "administrador_municipal", "gestor_municipal", "gestor_estadual", "curandeiro", "", "p-vizinho", "p-inativo"}) {
            const auto refused = village.set(usuario.id, {wrong});
            CAPTURE(wrong);
            CHECK(code_of_failure(refused) == "ACESSO-0040");
            CHECK(refused.error().fields.front().field == "perfis");
            CHECK(village.perfis() == Names{"medico"});
        }
    });
}

TEST_CASE("who is inactivated is outside at once, and inside again only with a new entry") {
    for_each_village([](Village& village) {
        const auto usuario = village.world.add(1);
        const auto entered = test::must(village.world.enter(1));
        test::must(village.in([&](People& people) { return people.set_ativo(usuario.id, false); }));
        CHECK_FALSE(village.world.stored(entered.token));
        CHECK(code_of_failure(village.world.enter(1)) == "ACESSO-0010");
        test::must(village.in([&](People& people) { return people.set_ativo(usuario.id, true); }));
        CHECK(village.world.enter(1));
    });
}

TEST_CASE("the last who administers the installation is not inactivated; one who cannot enter does not count as another") {
    for_each_village([](Village& village) {
        const auto first = village.world.add(1, {{.perfil = kInstalador}});
        auto second = village.world.add(2, {{.perfil = kInstalador}});
        village.world.add(3);
        const auto inactivate = [&](const UsuarioId& id) {
            return code_of_failure(village.in([&](People& people) { return people.set_ativo(id, false); }));
        };
        second.bloqueado = village.world.clock.now();
        test::must(village.world.services.unit.write([&](Ports& ports) { return ports.usuarios.update(second); }));
        CHECK(inactivate(first.id) == "ACESSO-0041");
        second.bloqueado = std::nullopt;
        second.senha.clear();
        test::must(village.world.services.unit.write([&](Ports& ports) { return ports.usuarios.update(second); }));
        CHECK(inactivate(first.id) == "ACESSO-0041");
        second.senha = "hash:x";
        test::must(village.world.services.unit.write([&](Ports& ports) { return ports.usuarios.update(second); }));
        CHECK(inactivate(first.id) == "ok");
        CHECK(inactivate(second.id) == "ACESSO-0041");
    });
}

TEST_CASE("of two administrators who inactivate each other at once, one stays") {
    test::for_each_engine([](db::Database& database) {
        for (int round = 0; round < 10; ++round) {
            Village village(database);
            const auto one = village.world.add(2 * round + 1, {{.perfil = kInstalador}});
            const auto two = village.world.add(2 * round + 2, {{.perfil = kInstalador}});
            std::string results[2];
            std::thread a([&] { results[0] = code_of_failure(village.in([&](People& people) { return people.set_ativo(two.id, false); })); });
            std::thread b([&] { results[1] = code_of_failure(village.in([&](People& people) { return people.set_ativo(one.id, false); })); });
            a.join();
            b.join();
            const int active = (village.world.usuario(one.id).ativo ? 1 : 0) + (village.world.usuario(two.id).ativo ? 1 : 0);
            CHECK(active == 1);
            CHECK((results[0] == "ok") != (results[1] == "ok"));
            // The next round begins with nobody else.
            for (auto usuario : {village.world.usuario(one.id), village.world.usuario(two.id)}) {
                usuario.ativo = false;
                test::must(village.world.services.unit.write([&](Ports& ports) { return ports.usuarios.update(usuario); }));
            }
        }
    });
}
