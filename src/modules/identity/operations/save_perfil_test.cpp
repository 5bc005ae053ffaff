// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/operations/save_perfil.hpp"

#include <doctest/doctest.h>

#include "modules/identity/domain/perfil_rule.hpp"
#include "modules/identity/operations/authorize.hpp"
#include "modules/identity/operations/manage_acessos.hpp"
#include "modules/identity/tests/world.hpp"
#include "modules/tabelas/api/perfis.hpp"

using namespace aroeira;
using namespace aroeira::identity;
using namespace aroeira::identity::testing;

namespace {

using Paths = std::vector<std::string>;

/// A município's administrator at work.
struct Desk {
    explicit Desk(World& w, const Ibge& where = ibge(), std::string key = "alguém")
        : world(w), actor{.kind = Actor::Kind::person, .key = std::move(key), .municipio = where} {}
    PerfisGranted may() { return world.gate.as<Permission::perfis_gerenciar>(actor); }
    PerfisSeen sees() { return world.gate.as<Permission::perfis_ver>(actor); }
    AcessosGranted gives() { return world.gate.as<Permission::acessos_gerenciar>(actor); }
    Result<Perfil> create(const std::string& nome, Paths recursos = {}, TipoAcesso acesso = TipoAcesso::lotacao, std::string from = "") {
        return create_perfil(may(), {.nome = nome, .acesso = acesso, .recursos = std::move(recursos), .copied_from = std::move(from)}, world.services);
    }
    PerfilDescribed read(std::string_view id) { return test::must(read_perfil(sees(), id, world.services)); }
    Result<Perfil> edit(std::string_view id, Paths recursos, std::string nome = "") {
        const auto now = read(id);
        return edit_perfil(may(), id, {.nome = nome.empty() ? now.perfil.nome : nome, .recursos = std::move(recursos), .versao = now.perfil.versao}, world.services);
    }
    Result<Perfil> set(std::string_view id, bool ativo) { return set_perfil_ativo(may(), id, ativo, read(id).perfil.versao, world.services); }
    PerfilPage list(PerfilFilter filter = {}) { return test::must(list_perfis(sees(), std::move(filter), world.services)); }

    World& world;
    Actor actor;
};

Paths plus(const RecursoSet& set, std::initializer_list<const char*> more = {}) {
    Paths all(set.begin(), set.end());
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

std::string ask(World& world, const Entered& who, Permission permission) {
    return code_of_failure(authorize(permission, {.token = who.token, .csrf = "", .writes = false, .address = "10.0.0.1"}, world.services));
}

}  // namespace

TEST_CASE("[S2-195] a município sees the 26 standard perfis and its own by name, in pages of 30, and none of its neighbour") {
    for_each_world([](World& world) {
        Desk here(world);
        Desk there(world, other_ibge());
        CHECK(here.list().total == 26);
        for (int i = 0; i < 6; ++i) test::must(here.create("Zelador " + std::to_string(i)));
        test::must(there.create("Perfil do vizinho"));
        const auto first = here.list();
        CHECK(first.total == 32);
        CHECK(first.itens.size() == 30);
        CHECK(first.itens.front().nome == "ACE - Agente de combate a endemias");
        CHECK(here.list({.page = 2}).itens.size() == 2);
        const auto found = here.list({.busca = "MÉDICO"});
        CHECK(found.total == 2);
        CHECK(here.list({.busca = "%"}).total == 0);
        CHECK(here.list({.busca = "vizinho"}).total == 0);
        CHECK(here.list({.ativo = false}).total == 0);
        test::must(here.set("medico", false));
        CHECK(here.list({.ativo = false}).total == 1);
        CHECK(there.list({.ativo = false}).total == 0);
        CHECK(here.list().total == 32);
    });
}

TEST_CASE("[S2-318] [S2-214] a new perfil gives nothing; [S2-217] authorising a recurso authorises all above it") {
    for_each_world([](World& world) {
        Desk desk(world);
        const auto made = test::must(desk.create("Recepção noturna"));
        CHECK(desk.read(made.id).recursos.empty());
        test::must(desk.edit(made.id, {"Visualizar agenda > Marcar agendamento"}));
        CHECK(desk.read(made.id).recursos == RecursoSet{"Visualizar agenda", "Visualizar agenda > Marcar agendamento"});
        CHECK(desk.read(made.id).perfil.tipo == TipoPerfil::atendimento);
        test::must(desk.edit(made.id, {}));
        CHECK(desk.read(made.id).recursos.empty());
        CHECK(world.count(audit::Event::perfil_configurado) == 3);
        CHECK(world.events.back().details.find("Remoção Visualizar agenda Marcar agendamento") != std::string::npos);
    });
}

TEST_CASE("[S2-206] a standard perfil edited in a município changes there at once, and the neighbour keeps the one of the installation") {
    for_each_world([](World& world) {
        world.add(1, {{.perfil = "coordenador_ubs", .municipio = ibge()}});
        world.add(2, {{.perfil = "coordenador_ubs", .municipio = other_ibge()}});
        const auto here = test::must(world.enter(1));
        const auto there = test::must(world.enter(2));
        Desk desk(world);
        auto left = desk.read("coordenador_ubs").recursos;
        left.erase("Visualizar unidades de saúde");
        left.erase("Visualizar unidades de saúde > Ativar ou inativar tipo de serviço");
        left.erase("Visualizar unidades de saúde > Configurar consulta no Hórus");
        const auto kept = test::must(desk.edit("coordenador_ubs", plus(left)));
        CHECK(kept.editado);
        CHECK(kept.padrao);
        CHECK(ask(world, here, Permission::unidades_ver) == "ACESSO-0002");
        CHECK(ask(world, there, Permission::unidades_ver) == "ok");
        CHECK(ask(world, here, Permission::perfis_ver) == "ok");
        CHECK_FALSE(Desk(world, other_ibge()).read("coordenador_ubs").perfil.editado);
        // Saving it as it is writes nothing.
        const auto writes = world.count(audit::Event::perfil_configurado);
        CHECK(test::must(desk.edit("coordenador_ubs", plus(left))).versao == kept.versao);
        CHECK(world.count(audit::Event::perfil_configurado) == writes);
        // Given back, it opens again.
        test::must(desk.edit("coordenador_ubs", plus(recursos_padrao("coordenador_ubs"))));
        CHECK(ask(world, here, Permission::unidades_ver) == "ok");
    });
}

TEST_CASE("[S2-209] a copy has another name and the kind of acesso of what was copied") {
    for_each_world([](World& world) {
        Desk desk(world);
        const auto source = desk.read("gestor_municipal");
        CHECK(code_of_failure(desk.create("Cópia", plus(source.recursos), TipoAcesso::lotacao, "gestor_municipal")) == "ACESSO-0103");
        CHECK(code_of_failure(desk.create("gestor MUNICIPAL", plus(source.recursos), TipoAcesso::gestor_municipal, "gestor_municipal")) == "ACESSO-0105");
        const auto made = test::must(desk.create("Gestor do interior", plus(source.recursos), TipoAcesso::gestor_municipal, "gestor_municipal"));
        CHECK(desk.read(made.id).recursos == source.recursos);
        CHECK(made.tipo == TipoPerfil::gestor);
        CHECK(code_of_failure(desk.create("Outro", {}, TipoAcesso::administrador_municipal, "administrador_municipal")) == "ACESSO-0103");
        CHECK(code_of_failure(desk.create("Outro", {}, TipoAcesso::lotacao, "nenhum")) == "ACESSO-0102");
    });
}

TEST_CASE("[S2-196] no perfil mixes administration or coordination with the care of cidadãos, and each acesso works with one perfil") {
    for_each_world([](World& world) {
        Desk desk(world);
        CHECK(code_of_failure(desk.create("Faz-tudo", {"Visualizar prontuário", "Importar CNES"})) == "ACESSO-0104");
        CHECK(code_of_failure(desk.edit("medico", plus(recursos_padrao("medico"), {"Visualizar profissionais"}))) == "ACESSO-0104");
        CHECK(code_of_failure(desk.edit(kMunicipal, plus(recursos_padrao(kMunicipal), {"Visualizar prontuário"}))) == "ACESSO-0104");
        CHECK(test::must(desk.create("Só agenda", {"Visualizar agenda"})).tipo == TipoPerfil::atendimento);
        CHECK(test::must(desk.create("Só CNES", {"Importar CNES", "Visualizar agenda"})).tipo == TipoPerfil::coordenacao);
        CHECK(code_of_failure(desk.create("Gestor que atende", {"Visualizar agenda"}, TipoAcesso::gestor_municipal)) == "ACESSO-0104");
        // Every standard one that a município may edit obeys.
        for (std::size_t row = 0; row < tabelas::perfis_padrao(); ++row) {
            const auto perfil = tabelas::perfil_padrao(row);
            if (perfil.codigo == perfil_padrao::instalador) continue;
            CAPTURE(perfil.codigo);
            CHECK(test::must(tipo_of(tipo_acesso_of(perfil.tipo_acesso).value(), recursos_padrao(perfil.codigo))) == tipo_perfil_of(perfil.tipo));
        }
        world.add(1, {{.perfil = kEnfermeiro, .municipio = ibge()}, {.perfil = kMunicipal, .municipio = ibge()}});
        const auto entered = test::must(world.enter(1));
        CHECK_FALSE(entered.sessao.acesso);
        CHECK(entered.sessao.permissoes.empty());
    });
}

TEST_CASE("Bad input: names, recursos and perfis that are none are refused, and nothing is kept") {
    for_each_world([](World& world) {
        Desk desk(world);
        for (const char* nome : {"", "  ", "ab", "duas\nlinhas"}) CHECK(code_of_failure(desk.create(nome)) == "ACESSO-0100");
        CHECK(code_of_failure(desk.create(std::string(101, 'a'))) == "ACESSO-0100");
        CHECK(code_of_failure(desk.create("Um nome", {"Visualizar tudo"})) == "ACESSO-0101");
        CHECK(code_of_failure(desk.create("Um nome", {"Configuração de instalação"})) == "ACESSO-0104");
        CHECK(code_of_failure(desk.edit("instalador", {})) == "ACESSO-0109");
        CHECK(code_of_failure(desk.edit("gestor_estadual", {})) == "ACESSO-0109");
        CHECK(code_of_failure(desk.set("instalador", false)) == "ACESSO-0109");
        CHECK(code_of_failure(read_perfil(desk.sees(), "nenhum", world.services)) == "ACESSO-0102");
        CHECK(desk.list().total == 26);
        CHECK(world.events.empty());
    });
}

TEST_CASE("of two people who edit a perfil the second is told and loses nothing of the first") {
    for_each_world([](World& world) {
        Desk desk(world);
        const auto both = desk.read("medico");
        auto less = both.recursos;
        less.erase("Visualizar agenda > Excluir");
        const PerfilChange first{both.perfil.nome, plus(less), both.perfil.versao};
        const PerfilChange second{both.perfil.nome, {}, both.perfil.versao};
        test::must(edit_perfil(desk.may(), "medico", first, world.services));
        const auto refused = edit_perfil(desk.may(), "medico", second, world.services);
        CHECK(code_of_failure(refused) == "ACESSO-0108");
        CHECK(refused.error().kind == ErrorKind::conflict);
        CHECK(desk.read("medico").recursos == less);
        CHECK(code_of_failure(set_perfil_ativo(desk.may(), "medico", false, both.perfil.versao, world.services)) == "ACESSO-0108");
    });
}

TEST_CASE("nobody widens a perfil he has himself, but for what the standard one gives everybody") {
    // SBIS NGS1.03.11.
    for_each_world([](World& world) {
        const auto me = world.add(1);
        Desk mine(world, ibge(), std::string(me.id.text()));
        Desk other(world);
        CHECK(code_of_failure(mine.edit(kMunicipal, plus(recursos_padrao(kMunicipal), {"Visualizar agenda"}))) == "ACESSO-0106");
        auto less = recursos_padrao(kMunicipal);
        less.erase("Importar CNES");
        test::must(mine.edit(kMunicipal, plus(less)));
        test::must(mine.edit(kMunicipal, plus(recursos_padrao(kMunicipal))));
        test::must(other.edit(kMunicipal, plus(recursos_padrao(kMunicipal), {"Visualizar agenda"})));
    });
}

TEST_CASE("the administrador municipal keeps the perfis: it is neither inactivated nor stripped of them") {
    for_each_world([](World& world) {
        Desk desk(world);
        CHECK(code_of_failure(desk.edit(kMunicipal, {})) == "ACESSO-0107");
        CHECK(code_of_failure(desk.set(kMunicipal, false)) == "ACESSO-0107");
    });
}

TEST_CASE("[S2-221] only a perfil that nobody has is excluded, and the message says how many have it") {
    for_each_world([](World& world) {
        Desk desk(world);
        const auto made = test::must(desk.create("Plantonista", {"Visualizar agenda"}));
        const auto usuario = world.add(1, {{.perfil = made.id, .municipio = ibge()}});
        CHECK(desk.read(made.id).use.usuarios == 1);
        CHECK(desk.read(made.id).use.nomes == Paths{"Pessoa de Teste"});
        const auto refused = remove_perfil(desk.may(), made.id, world.services);
        CHECK(code_of_failure(refused) == "ACESSO-0111");
        CHECK(refused.error().message.find("1 usuário.") != std::string::npos);
        CHECK(code_of_failure(remove_perfil(desk.may(), "medico", world.services)) == "ACESSO-0110");
        CHECK(code_of_failure(remove_perfil(Desk(world, other_ibge()).may(), made.id, world.services)) == "ACESSO-0102");
        const auto acessos = test::must(world.services.unit.read([&](Ports& ports) { return ports.usuarios.acessos_of(usuario.id); }));
        test::must(world.services.unit.write([&](Ports& ports) { return ports.usuarios.inactivate_acesso(acessos.front().id); }));
        test::must(remove_perfil(desk.may(), made.id, world.services));
        CHECK(code_of_failure(read_perfil(desk.sees(), made.id, world.services)) == "ACESSO-0102");
    });
}

TEST_CASE("[S2-222] an inactive perfil lets nobody in, and active again it does") {
    for_each_world([](World& world) {
        world.add(1, {{.perfil = kEnfermeiro, .municipio = ibge()}});
        Desk desk(world);
        const auto entered = test::must(world.enter(1));
        test::must(desk.set(kEnfermeiro, false));
        CHECK(ask(world, entered, Permission::municipios_ver) == "ACESSO-0004");
        test::must(desk.set(kEnfermeiro, true));
        CHECK(ask(world, entered, Permission::municipios_ver) == "ok");
        CHECK(desk.read(kEnfermeiro).recursos == recursos_padrao(kEnfermeiro));
    });
}

TEST_CASE("[S2-199] [S2-200] a município gives the acesso of gestor municipal, the installation that of gestor estadual, nobody to himself") {
    for_each_world([](World& world) {
        const auto who = world.add(1, {});
        Desk here(world);
        const auto give = [&](Desk& desk, const char* perfil, std::optional<Ibge> where = std::nullopt) {
            return code_of_failure(give_acesso(desk.gives(), who.id, {.perfil = perfil, .municipio = where}, world.services));
        };
        CHECK(give(here, "gestor_municipal") == "ok");
        CHECK(give(here, "gestor_municipal") == "ACESSO-0114");
        CHECK(give(here, "gestor_municipal", other_ibge()) == "ACESSO-0005");
        for (const char* perfil : {"gestor_estadual", "administrador_municipal", "instalador", "medico", "nenhum"}) CHECK(give(here, perfil) == "ACESSO-0113");
        Desk house(world);
        house.actor.municipio = std::nullopt;
        CHECK(give(house, "gestor_estadual") == "ok");
        CHECK(give(house, "gestor_municipal") == "ACESSO-0034");
        CHECK(give(house, "administrador_municipal", other_ibge()) == "ok");
        CHECK(give(house, "instalador") == "ok");
        CHECK(test::must(acessos_of(house.gives(), who.id, world.services)).size() == 4);
        CHECK(test::must(acessos_of(here.gives(), who.id, world.services)).size() == 1);
        const auto offered = [&](Desk& desk, std::optional<Ibge> where = std::nullopt) {
            std::vector<std::string> ids;
            for (const auto& one : test::must(perfis_to_give(desk.gives(), where, world.services))) ids.push_back(one.id);
            return ids;
        };
        CHECK(offered(here) == std::vector<std::string>{"gestor_municipal"});
        CHECK(offered(house, other_ibge()) == std::vector<std::string>{"gestor_municipal", "gestor_estadual", "administrador_municipal", "instalador"});
        CHECK(code_of_failure(perfis_to_give(here.gives(), other_ibge(), world.services)) == "ACESSO-0005");
        Desk self(world, ibge(), std::string(who.id.text()));
        CHECK(give(self, "gestor_municipal") == "ACESSO-0112");
        CHECK(world.count(audit::Event::acesso_dado) == 4);
    });
}

TEST_CASE("an acesso is taken away by who could give it; the last administration of the installation stays") {
    for_each_world([](World& world) {
        const auto who = world.add(1, {{.perfil = kInstalador}, {.perfil = "gestor_municipal", .municipio = ibge()},
                                       {.perfil = "medico", .municipio = ibge(), .lotacao = "l"}});
        Desk here(world);
        Desk there(world, other_ibge());
        Desk house(world);
        house.actor.municipio = std::nullopt;
        std::map<std::string, AcessoId> ids;
        for (const auto& one : test::must(acessos_of(house.gives(), who.id, world.services))) ids.emplace(one.acesso.perfil, one.acesso.id);
        const auto take = [&](Desk& desk, const std::string& perfil) {
            return code_of_failure(take_acesso(desk.gives(), who.id, ids.at(perfil), world.services));
        };
        CHECK(take(there, "gestor_municipal") == "ACESSO-0115");
        CHECK(take(here, "medico") == "ACESSO-0115");
        CHECK(take(here, kInstalador) == "ACESSO-0115");
        CHECK(take(house, kInstalador) == "ACESSO-0041");
        CHECK(take(here, "gestor_municipal") == "ok");
        CHECK(take(here, "gestor_municipal") == "ACESSO-0115");
        world.add(2, {{.perfil = kInstalador}});
        CHECK(take(house, kInstalador) == "ok");
        CHECK(world.count(audit::Event::acesso_retirado) == 2);
    });
}
