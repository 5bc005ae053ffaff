// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/operations/unidades.hpp"

#include <doctest/doctest.h>

#include "modules/estabelecimentos/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::estabelecimentos;
using namespace aroeira::estabelecimentos::testing;
using identity::Permission;

namespace {

constexpr std::string_view kCns2 = "700000000000013", kCpf2 = "11144477735";
constexpr db::Query kUnfold{"test.unfold", "UPDATE profissional SET nome_busca = ''"};
constexpr db::Query kUnfolded{"test.unfolded", "SELECT count(*) FROM profissional WHERE nome_busca = ''"};

UnidadesGranted may(World& world) { return world.gate.as<Permission::unidades_ver>(); }

/// A unit with two teams, one of them over, and two people; and another unit with nobody.
ArquivoXml town() {
    ArquivoXml file;
    file.unidades = {{.complexidades = {"AB", "MC"},
                      .equipes = {{}, {.ine = "0000000026", .nome = "EQUIPE VERDE", .desativada = "01/02/2020"}}},
                     {.cnes = "0000002", .nome = "CLÍNICA DA CONCEIÇÃO"}};
    file.profissionais[0].lotacoes = {{.ine = "0000000018", .cbo = "515105", .microarea = "01"}, {.cbo = "223565"}};
    file.profissionais.push_back({std::string(kCpf2), std::string(kCns2), "BIA DOS TESTES", {{.cbo = "223505"}}});
    return file;
}
Page<Lotado> lotados(World& world, LotadoFilter filter) {
    return test::must(list_lotados(may(world), {}, "0000001", filter, world.services));
}
std::vector<std::string> names(const Page<Lotado>& page) {
    std::vector<std::string> all;
    for (const auto& one : page.rows) all.push_back(one.nome + " " + one.cbo);
    return all;
}

}  // namespace

TEST_CASE("[S2-106] units are listed by name and found by words without accents or by their CNES") {
    for_each_world([](World& world) {
        world.report(town());
        const auto list = [&](const UnidadeFilter& filter) { return test::must(list_unidades(may(world), {}, filter, world.services)); };
        const auto all = list({});
        REQUIRE(all.total == 2);
        CHECK(all.rows[0].nome == "CLÍNICA DA CONCEIÇÃO");
        CHECK(list({.texto = "conceicao clinica"}).rows.at(0).cnes == "0000002");
        CHECK(list({.texto = "0000001"}).rows.at(0).nome == "UBS CENTRO");
        CHECK(list({.texto = "100%"}).total == 0);
        CHECK(list({.page = 2}).rows.empty());
        // What a file no longer brings stays and says so.
        auto less = town();
        less.unidades.pop_back();
        world.report(less);
        CHECK_FALSE(list({}).rows[0].ativa);
    });
}

TEST_CASE("[S2-110] [S2-111] a unit shows what the CNES says of it, and the services that this tells") {
    for_each_world([](World& world) {
        world.report(town());
        const auto seen = test::must(find_unidade(may(world), {}, "0000001", world.services));
        CHECK(seen.unidade.cnpj == "11222333000181");
        CHECK(seen.unidade.telefone1 == "(79)30000000");
        CHECK(seen.unidade.logradouro == "RUA DA FRENTE");
        std::vector<std::string> servicos;
        for (const auto& one : seen.servicos) servicos.push_back(one.nome);
        CHECK(servicos == std::vector<std::string>{"Atenção básica", "Média complexidade", "ESF"});
        CHECK(code_of_failure(find_unidade(may(world), {}, "9999999", world.services)) == "CNES-0020");
    });
}

TEST_CASE("[S2-112] [S2-114] [S2-115] only the teams that work are listed, unless one asks for the others") {
    for_each_world([](World& world) {
        world.report(town());
        const auto active = test::must(list_equipes(may(world), {}, "0000001", false, world.services));
        REQUIRE(active.size() == 1);
        CHECK(active[0].tipo == "ESF");
        CHECK(active[0].ine == "0000000018");
        CHECK(active[0].area == "0001");
        CHECK(active[0].nome == "EQUIPE AZUL");
        const auto all = test::must(list_equipes(may(world), {}, "0000001", true, world.services));
        REQUIRE(all.size() == 2);
        CHECK_FALSE(all[1].ativa);
        const auto one = test::must(find_equipe(may(world), {}, "0000001", "0000000026", world.services));
        CHECK(one.desativada_em == "2020-02-01");
        CHECK(code_of_failure(find_equipe(may(world), {}, "0000002", "0000000026", world.services)) == "CNES-0021");
        CHECK(code_of_failure(list_equipes(may(world), {}, "9999999", true, world.services)) == "CNES-0020");
    });
}

TEST_CASE("[S2-119] [S2-120] [S2-121] who works in a unit is listed by lotação; who no longer does, when one asks") {
    for_each_world([](World& world) {
        world.report(town());
        CHECK(names(lotados(world, {})) == std::vector<std::string>{"ANA DOS TESTES 223565", "ANA DOS TESTES 515105", "BIA DOS TESTES 223505"});
        CHECK(names(lotados(world, {.ine = "0000000018"})) == std::vector<std::string>{"ANA DOS TESTES 515105"});
        CHECK(lotados(world, {}).rows[2].cpf == kCpf2);
        CHECK(lotados(world, {}).rows[2].cns == kCns2);
        auto less = town();
        less.profissionais.pop_back();
        less.profissionais[0].lotacoes.pop_back();
        world.report(less);
        CHECK(names(lotados(world, {})) == std::vector<std::string>{"ANA DOS TESTES 515105"});
        // Ana still has a lotação here: her old one is not why she would be looked for.
        const auto all = lotados(world, {.inativos = true});
        CHECK(names(all) == std::vector<std::string>{"ANA DOS TESTES 515105", "BIA DOS TESTES 223505"});
        CHECK(all.total == 2);
        CHECK_FALSE(all.rows[1].ativa);
    });
}

TEST_CASE("[S2-118] who is in a team follows the CNES when the team of an area changes") {
    for_each_world([](World& world) {
        auto file = town();
        file.unidades[0].equipes[1].desativada.clear();
        world.report(file);
        file.profissionais[0].lotacoes[0].ine = "0000000026";
        world.report(file);
        CHECK(lotados(world, {.ine = "0000000018"}).total == 0);
        CHECK(names(lotados(world, {.ine = "0000000026"})) == std::vector<std::string>{"ANA DOS TESTES 515105"});
    });
}

TEST_CASE("Another município sees none of it") {
    for_each_world([](World& world) {
        world.report(town());
        world.gate.actor.municipio = Ibge::parse("3550308").value();
        CHECK(test::must(list_unidades(may(world), {}, {}, world.services)).total == 0);
        CHECK(code_of_failure(find_unidade(may(world), {}, "0000001", world.services)) == "CNES-0020");
        CHECK(code_of_failure(find_unidade(may(world), aracaju(), "0000001", world.services)) == "ACESSO-0005");
    });
}

TEST_CASE("Names kept before they could be searched are folded at the next start") {
    for_each_world([](World& world) {
        world.report(town());
        world.run(kUnfold);
        test::must(fold_names(world.database));
        CHECK(world.count(kUnfolded) == 0);
        test::must(fold_names(world.database));
    });
}
