// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/operations/cbos.hpp"

#include <doctest/doctest.h>

#include "modules/estabelecimentos/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::estabelecimentos;
using namespace aroeira::estabelecimentos::testing;
using identity::Permission;

namespace {

Page<CboNaLista> list(World& world, CboFilter filter) {
    return test::must(list_cbos(world.gate.as<Permission::cbo_ver>(), {}, filter, world.services));
}
std::vector<std::string> codes(const Page<CboNaLista>& page) {
    std::vector<std::string> all;
    for (const auto& one : page.rows) all.push_back(one.decisao.cbo);
    return all;
}
Result<CboNaLista> edit(World& world, std::string_view cbo, CboEdition edition) {
    return edit_cbo(world.gate.as<Permission::cbo_gerenciar>(), {}, cbo, edition, world.services);
}
Result<CboNaLista> turn(World& world, std::string_view cbo, bool disponivel) {
    return turn_cbo(world.gate.as<Permission::cbo_gerenciar>(), {}, cbo, disponivel, world.services);
}

}  // namespace

TEST_CASE("[S2-080] a município begins with the occupations of primary care") {
    for_each_world([](World& world) {
        const auto available = list(world, {});
        const auto all = list(world, {.indisponiveis = true});
        CHECK(all.total == 2730);
        CHECK(available.total > 150);
        CHECK(available.total < 400);
        CHECK(available.rows.size() == 30);
        CHECK(codes(list(world, {.texto = "223565"})) == std::vector<std::string>{"223565"});
        CHECK(list(world, {.texto = "oficial general"}).total == 0);
        CHECK(list(world, {.texto = "oficial general", .indisponiveis = true}).total == 3);
    });
}

TEST_CASE("[S2-082] an occupation is found by words of its name without accents, or by the beginning of its code") {
    for_each_world([](World& world) {
        const auto nurses = list(world, {.texto = "Familia  ENFERMEIRO"});
        REQUIRE(nurses.total >= 1);
        CHECK(nurses.rows.front().titulo.find("ENFERMEIRO") != std::string_view::npos);
        CHECK(codes(list(world, {.texto = "5151f", .indisponiveis = true})) == std::vector<std::string>{"5151F1"});
        CHECK(list(world, {.texto = "não existe"}).total == 0);
        const auto second = list(world, {.indisponiveis = true, .page = 2});
        CHECK(second.rows.size() == 30);
        CHECK(codes(second) != codes(list(world, {.indisponiveis = true})));
    });
}

TEST_CASE("[S2-084] [S2-087] the interval between appointments is the município's own, until it is taken back") {
    for_each_world([](World& world) {
        const auto edited = test::must(edit(world, "223565", {.intervalo_minutos = 20}));
        CHECK(edited.decisao.intervalo_minutos == 20);
        CHECK(edited.decisao.versao == 1);
        CHECK(list(world, {.texto = "223565"}).rows.front().decisao.intervalo_minutos == 20);
        CHECK(world.events == std::vector{audit::Event::operacao_no_banco});
        for (const int wrong : {0, -5, 481}) CHECK(code_of_failure(edit(world, "223565", {.intervalo_minutos = wrong, .versao = 1})) == "CBO-0002");
        CHECK_FALSE(test::must(edit(world, "223565", {.versao = 1})).decisao.intervalo_minutos);
        CHECK(code_of_failure(edit(world, "999999", {})) == "CBO-0001");

        world.gate.actor.municipio = Ibge::parse("3550308").value();
        CHECK(list(world, {.texto = "223565"}).rows.front().decisao.versao == 0);
    });
}

TEST_CASE("Of two who edit an occupation the second is told and loses nothing") {
    for_each_world([](World& world) {
        test::must(edit(world, "223565", {.intervalo_minutos = 20}));
        CHECK(code_of_failure(edit(world, "223565", {.intervalo_minutos = 30})) == "CBO-0003");
        test::must(edit(world, "223565", {.intervalo_minutos = 40, .versao = 1}));
        CHECK(code_of_failure(edit(world, "223565", {.intervalo_minutos = 30, .versao = 1})) == "CBO-0003");
        CHECK(list(world, {.texto = "223565"}).rows.front().decisao.intervalo_minutos == 40);
    });
}

TEST_CASE("[S2-085] [S2-086] an occupation goes out of the list and comes back with its interval") {
    for_each_world([](World& world) {
        test::must(edit(world, "223565", {.intervalo_minutos = 20}));
        test::must(turn(world, "223565", false));
        CHECK(list(world, {.texto = "223565"}).total == 0);
        CHECK_FALSE(list(world, {.texto = "223565", .indisponiveis = true}).rows.front().decisao.disponivel);
        test::must(turn(world, "223565", false));
        const auto back = test::must(turn(world, "223565", true));
        CHECK(back.decisao.disponivel);
        CHECK(back.decisao.intervalo_minutos == 20);
        // Asking for what is so already is no event.
        CHECK(world.events.size() == 3);
        CHECK(code_of_failure(turn(world, "000000", true)) == "CBO-0001");
    });
}
