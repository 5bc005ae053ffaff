// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "modules/gestao/operations/agenda_padrao.hpp"
#include "modules/gestao/operations/grupos_exame.hpp"
#include "modules/gestao/operations/tipos_servico.hpp"
#include "modules/gestao/tests/world.hpp"
#include "modules/tabelas/api/procedimentos.hpp"

using namespace aroeira;
using namespace aroeira::gestao;
using namespace aroeira::gestao::testing;
using tabelas::Applies;

namespace {

const std::string kHemograma = "0202020380", kGlicose = "0202010473", kPsa = "0202030105", kCitologia = "0203010019", kProstata = "0207030057";

std::vector<std::string> names(const PageOfThings<TipoServico>& page) {
    std::vector<std::string> all;
    for (const auto& one : page.items) all.push_back(one.nome);
    return all;
}

std::string field_of(const Error& error) { return error.fields.size() == 1 ? error.fields[0].field : "?"; }

}  // namespace

TEST_CASE("[S2-019] [S2-348] [S2-349] [S2-350] the agenda is the first one until somebody saves another, for his município only") {
    for_each_world([](World& world) {
        CHECK(test::must(read_agenda(world.joana(), world.services)).agenda == first_agenda());
        const AgendaPadrao chosen{{{1, 420, 720}, {6, 480, 600}}, 15};
        CHECK(test::must(save_agenda(world.joana(), {chosen, 0}, world.services)).versao == 1);
        const auto seen = test::must(read_agenda(world.joana(), world.services));
        CHECK(seen.agenda == chosen);
        CHECK(seen.versao == 1);
        CHECK(test::must(read_agenda(world.of(belem()), world.services)).agenda == first_agenda());
        // Who saves nothing but the duration loses no hour, and the other way round.
        test::must(save_agenda(world.joana(), {{chosen.periodos, 30}, 1}, world.services));
        CHECK(test::must(read_agenda(world.joana(), world.services)).agenda.periodos == chosen.periodos);
        test::must(save_agenda(world.joana(), {{{}, 30}, 2}, world.services));
        CHECK(test::must(read_agenda(world.joana(), world.services)).agenda == AgendaPadrao{{}, 30});
        CHECK(world.events.size() == 3);
        CHECK(world.events[0].municipio == "2800308");
        CHECK(code_of_failure(save_agenda(world.joana(), {{{{1, 600, 500}}, 20}, 3}, world.services)) == "GESTAO-0001");
    });
}

TEST_CASE("of two who save the agenda the second is told, also the first time") {
    for_each_world([](World& world) {
        const AgendaSeen one{{{{1, 420, 720}}, 15}, 0}, other{{{{2, 420, 720}}, 45}, 0};
        test::must(save_agenda(world.joana(), one, world.services));
        CHECK(code_of_failure(save_agenda(world.joana(), other, world.services)) == "GESTAO-0002");
        CHECK(test::must(read_agenda(world.joana(), world.services)).agenda == one.agenda);
        test::must(save_agenda(world.joana(), {other.agenda, 1}, world.services));
        CHECK(code_of_failure(save_agenda(world.joana(), {one.agenda, 1}, world.services)) == "GESTAO-0002");
        CHECK(test::must(read_agenda(world.joana(), world.services)).agenda == other.agenda);
    });
}

TEST_CASE("[S2-353] [S2-354] [S2-355] [S2-356] [S2-357] [S2-358] groups of exams are added, edited and deleted, and refused by field") {
    for_each_world([](World& world) {
        const auto grupo = test::must(add_grupo(world.joana(), {" Pré-natal ", {kGlicose, kHemograma, kGlicose}}, world.services));
        CHECK(grupo.nome == "Pré-natal");
        CHECK(grupo.exames == std::vector<std::string>{kGlicose, kHemograma});
        const auto edited = test::must(edit_grupo(world.joana(), grupo.id, {"Pré-natal, 1º trimestre", {kPsa}}, 1, world.services));
        CHECK(edited.versao == 2);
        const auto page = test::must(list_grupos(world.joana(), "PRE-NATAL", {}, world.services));
        REQUIRE(page.total == 1);
        CHECK(page.items[0].exames == std::vector<std::string>{kPsa});
        const auto refused = [&](const GrupoForm& form, std::string_view field) {
            const auto done = add_grupo(world.joana(), form, world.services);
            CHECK(code_of_failure(done) == "GESTAO-0003");
            CHECK(field_of(done.error()) == field);
        };
        refused({"", {kPsa}}, "nome");
        refused({"  \t ", {kPsa}}, "nome");
        refused({"a\nb", {kPsa}}, "nome");
        refused({std::string(300, 'x'), {kPsa}}, "nome");
        refused({"PRE-NATAL, 1º TRIMESTRE", {kPsa}}, "nome");
        refused({"Outro", {}}, "exames");
        refused({"Outro", {"0301010064"}}, "exames");
        refused({"Outro", {"0299999999"}}, "exames");
        refused({"Outro", {kPsa, "x"}}, "exames");
        test::must(remove_grupo(world.joana(), grupo.id, world.services));
        CHECK(code_of_failure(remove_grupo(world.joana(), grupo.id, world.services)) == "GESTAO-0004");
        CHECK(code_of_failure(edit_grupo(world.joana(), grupo.id, {"Volta", {kPsa}}, 2, world.services)) == "GESTAO-0004");
        CHECK(test::must(list_grupos(world.joana(), "", {}, world.services)).total == 0);
        CHECK(world.events.size() == 3);
    });
}

TEST_CASE("of two who edit a group the second is told and loses nothing; the neighbour's is as if it did not exist") {
    for_each_world([](World& world) {
        const auto grupo = test::must(add_grupo(world.joana(), {"Hipertensos", {kGlicose}}, world.services));
        test::must(edit_grupo(world.joana(), grupo.id, {"Hipertensos", {kGlicose, kHemograma}}, 1, world.services));
        CHECK(code_of_failure(edit_grupo(world.joana(), grupo.id, {"Hipertensos", {kPsa}}, 1, world.services)) == "GESTAO-0002");
        CHECK(test::must(list_grupos(world.joana(), "", {}, world.services)).items[0].exames.size() == 2);
        CHECK(test::must(list_grupos(world.of(belem()), "", {}, world.services)).total == 0);
        CHECK(code_of_failure(edit_grupo(world.of(belem()), grupo.id, {"Meu", {kPsa}}, 2, world.services)) == "GESTAO-0004");
        CHECK(code_of_failure(remove_grupo(world.of(belem()), grupo.id, world.services)) == "GESTAO-0004");
        // Each município has its own names.
        test::must(add_grupo(world.of(belem()), {"Hipertensos", {kPsa}}, world.services));
    });
}

TEST_CASE("[S2-352] a citizen is offered the groups with the exams for his age and sex, and no empty one") {
    for_each_world([](World& world) {
        test::must(add_grupo(world.joana(), {"Rotina", {kHemograma, kProstata, kCitologia}}, world.services));
        test::must(add_grupo(world.joana(), {"Homem", {kProstata}}, world.services));
        const auto granted = world.gate.as<identity::Permission::municipios_ver>({.key = "rita", .municipio = aracaju()});
        const auto offered = [&](int months, Applies sexo) {
            std::vector<std::string> all;
            for (const auto& grupo : test::must(grupos_for(granted, {months, sexo}, world.services))) {
                all.push_back(grupo.nome);
                all.insert(all.end(), grupo.exames.begin(), grupo.exames.end());
            }
            return all;
        };
        CHECK(offered(50 * 12, Applies::male) == std::vector<std::string>{"Homem", kProstata, "Rotina", kHemograma, kCitologia, kProstata});
        CHECK(offered(50 * 12, Applies::female) == std::vector<std::string>{"Rotina", kHemograma, kCitologia});
        // The SIGTAP gives the citopathology exam from nine years on, and no month earlier.
        const int from = tabelas::sigtap_ages(kCitologia).min_months;
        REQUIRE(from > 0);
        CHECK(offered(from, Applies::female) == std::vector<std::string>{"Rotina", kHemograma, kCitologia});
        CHECK(offered(from - 1, Applies::female) == std::vector<std::string>{"Rotina", kHemograma});
        CHECK(offered(0, Applies::female) == std::vector<std::string>{"Rotina", kHemograma});
        const auto elsewhere = world.gate.as<identity::Permission::municipios_ver>({.key = "rita", .municipio = belem()});
        CHECK(test::must(grupos_for(elsewhere, {600, Applies::male}, world.services)).empty());
    });
}

TEST_CASE("[S2-359] [S2-360] [S2-361] [S2-362] [S2-363] types of service are added, edited and deleted, in the order of their names") {
    for_each_world([](World& world) {
        const auto vacina = test::must(add_tipo(world.joana(), "Vacinação", world.services));
        test::must(add_tipo(world.joana(), "Ângulo", world.services));
        test::must(add_tipo(world.joana(), "zelo", world.services));
        CHECK(names(test::must(list_tipos(world.joana(), "", {}, world.services))) == std::vector<std::string>{"Ângulo", "Vacinação", "zelo"});
        CHECK(names(test::must(list_tipos(world.joana(), "VACINACAO", {}, world.services))) == std::vector<std::string>{"Vacinação"});
        const auto second = test::must(list_tipos(world.joana(), "", {.offset = 2, .limit = 2}, world.services));
        CHECK(second.total == 3);
        CHECK(names(second) == std::vector<std::string>{"zelo"});
        for (const std::string& wrong : {std::string(), std::string("  "), std::string("a\tb"), std::string(201, 'x'), std::string("VACINACAO")})
            CHECK(code_of_failure(add_tipo(world.joana(), wrong, world.services)) == "GESTAO-0005");
        CHECK(test::must(edit_tipo(world.joana(), vacina.id, "Sala de vacina", 1, world.services)).versao == 2);
        CHECK(code_of_failure(edit_tipo(world.joana(), vacina.id, "Outra", 1, world.services)) == "GESTAO-0002");
        CHECK(code_of_failure(edit_tipo(world.joana(), vacina.id, "Zelo", 2, world.services)) == "GESTAO-0005");
        CHECK(code_of_failure(edit_tipo(world.of(belem()), vacina.id, "Meu", 2, world.services)) == "GESTAO-0006");
        CHECK(code_of_failure(remove_tipo(world.of(belem()), vacina.id, world.services)) == "GESTAO-0006");
        world.services.tipo_in_use = [](db::Session&, const Ibge&, const TipoServicoId&) { return Result<bool>(true); };
        CHECK(code_of_failure(remove_tipo(world.joana(), vacina.id, world.services)) == "GESTAO-0007");
        world.services.tipo_in_use = [](db::Session&, const Ibge&, const TipoServicoId&) { return Result<bool>(false); };
        test::must(remove_tipo(world.joana(), vacina.id, world.services));
        CHECK(code_of_failure(edit_tipo(world.joana(), vacina.id, "Volta", 2, world.services)) == "GESTAO-0006");
    });
}

TEST_CASE("hostile names are names: they come back letter by letter, are found, and no event holds them") {
    for_each_world([](World& world) {
        for (const auto& name : kHostileNames) {
            CAPTURE(name);
            test::must(add_tipo(world.joana(), name, world.services));
            test::must(add_grupo(world.joana(), {name, {kPsa}}, world.services));
            CHECK(names(test::must(list_tipos(world.joana(), name, {}, world.services))) == std::vector<std::string>{name});
            CHECK(test::must(list_grupos(world.joana(), name, {}, world.services)).items.at(0).nome == name);
        }
        CHECK(test::must(list_tipos(world.joana(), "%", {}, world.services)).total == 1);
        CHECK(test::must(list_tipos(world.joana(), "_", {}, world.services)).total == 2);
        for (const auto& event : world.events)
            for (const auto& name : kHostileNames) CHECK(event.details.find(name) == std::string::npos);
    });
}
