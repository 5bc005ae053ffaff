// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/operations/lotacoes.hpp"

#include <doctest/doctest.h>

#include "modules/estabelecimentos/operations/cbos.hpp"
#include "modules/estabelecimentos/operations/lotacao_options.hpp"
#include "modules/estabelecimentos/tests/people.hpp"

using namespace aroeira;
using namespace aroeira::estabelecimentos;
using namespace aroeira::estabelecimentos::testing;

namespace {

using Names = std::vector<std::string>;

LotacaoEdition nurse(std::vector<std::string> perfis = {"enfermeiro"}) {
    return {{.cnes = "0000002", .ine = "", .cbo = "223505", .segue_cnes = false}, std::move(perfis), 0};
}
Result<Uuid> place(World& world, const Uuid& who, const LotacaoEdition& edition) {
    return register_lotacao(world.gate.as<Permission::lotacoes_gerenciar>(), {}, who.text(), edition, world.services);
}
Result<void> change(World& world, const Uuid& id, const LotacaoEdition& edition) {
    return edit_lotacao(world.gate.as<Permission::lotacoes_gerenciar>(), {}, id.text(), edition, world.services);
}
Result<void> turn(World& world, const Uuid& id, bool ativa) {
    return turn_lotacao(world.gate.as<Permission::lotacoes_gerenciar>(), {}, id.text(), ativa, world.services);
}
Result<void> take_out(World& world, const Uuid& id) {
    return remove_lotacao(world.gate.as<Permission::lotacoes_gerenciar>(), {}, id.text(), world.services);
}
/// "CNES/INE/CBO: perfis" of the lotações of somebody, the active ones first.
Names of(World& world, const Uuid& who) {
    Names all;
    for (const auto& [lotacao, perfis] : see(world, who).lotacoes) {
        const auto& d = lotacao.lotacao.dados;
        std::string text = d.cnes + "/" + d.ine + "/" + d.cbo + (lotacao.lotacao.ativa ? ":" : " inativa:");
        for (const auto& perfil : perfis) text += " " + perfil;
        all.push_back(text);
    }
    return all;
}
Uuid lotacao_of(World& world, const Uuid& who, std::size_t at = 0) { return see(world, who).lotacoes.at(at).lotacao.lotacao.id; }
template <class T>
Names fields(const Result<T>& result) {
    Names all;
    REQUIRE_FALSE(result);
    for (const auto& one : result.error().fields) all.push_back(one.field);
    return all;
}

}  // namespace

TEST_CASE("[S2-129] [S2-163] an import lets every professional in, with the perfil of the CBO") {
    for_each_world([](World& world) {
        world.report(village());
        const auto ana = id_of(world, "ANA DOS TESTES"), bia = id_of(world, "BIA DA CONCEIÇÃO");
        CHECK(of(world, ana) == Names{"0000001/0000000018/223565: enfermeiro"});
        CHECK(of(world, bia) == Names{"0000002//225142: medico"});
        CHECK(see(world, ana).usuario.has_value());
        // Who leaves the file enters no more, and enters again when it brings her back.
        auto less = village();
        less.profissionais.pop_back();
        world.report(less);
        CHECK(of(world, bia) == Names{"0000002//225142 inativa:"});
        world.report(village());
        CHECK(of(world, bia) == Names{"0000002//225142: medico"});
        // A simulation gives nothing.
        less.profissionais.push_back({"39053344705", "700000000000021", "CIDA", {{.cbo = "223565"}}});
        world.report(less, true);
        CHECK(list(world, {.texto = "cida"}).total == 0);
    });
}

TEST_CASE("[S2-152] [S2-157] [S2-164] a lotação is added with its perfis") {
    for_each_world([](World& world) {
        world.report(village());
        const auto ana = id_of(world, "ANA DOS TESTES");
        test::must(place(world, ana, nurse({"enfermeiro", "coordenador_ubs"})));
        CHECK(of(world, ana) == Names{"0000001/0000000018/223565: enfermeiro", "0000002//223505: coordenador_ubs enfermeiro"});
        CHECK(see(world, ana).lotacoes[1].lotacao.lotacao.origem == Origem::manual);
        CHECK(world.events.back() == audit::Event::operacao_no_banco);
        CHECK(code_of_failure(place(world, ana, nurse())) == "LOT-0005");
        CHECK(code_of_failure(place(world, ana, {{.cnes = "0000002", .cbo = "225142"}, {"administrador_municipal"}, 0})) == "ACESSO-0040");
        CHECK(of(world, ana).size() == 2);
        CHECK(code_of_failure(place(world, world.ids.next(), nurse())) == "PROF-0001");
    });
}

TEST_CASE("[S2-153] [S2-154] [S2-155] [S2-159] what a lotação lacks is told field by field; an unavailable CBO cannot be chosen") {
    for_each_world([](World& world) {
        world.report(village());
        const auto ana = id_of(world, "ANA DOS TESTES");
        CHECK(fields(place(world, ana, {})) == Names{"cnes", "cbo"});
        auto edition = nurse();
        edition.dados.ine = "0000000018";
        CHECK(fields(place(world, ana, edition)) == Names{"ine"});
        test::must(turn_cbo(world.gate.as<Permission::cbo_gerenciar>(), {}, "223505", false, world.services));
        CHECK(fields(place(world, ana, nurse())) == Names{"cbo"});
        const auto options = test::must(lotacao_options(world.gate.as<Permission::lotacoes_gerenciar>(), {}, world.services));
        CHECK(options.unidades.size() == 2);
        CHECK(std::none_of(options.cbos.begin(), options.cbos.end(), [](const auto& one) { return one.decisao.cbo == "223505"; }));
        CHECK(std::any_of(options.perfis.begin(), options.perfis.end(), [](const auto& one) { return one.id == "medico"; }));
        CHECK(std::none_of(options.perfis.begin(), options.perfis.end(), [](const auto& one) { return one.id == "instalador"; }));
        const auto suggestion = test::must(suggest_lotacao(world.gate.as<Permission::lotacoes_gerenciar>(), {}, {.cnes = "0000001", .cbo = "515105"}, world.services));
        CHECK(suggestion.perfis == Names{"acs"});
        CHECK(suggestion.equipes.size() == 1);
    });
}

TEST_CASE("[S2-160] a lotação is edited; an occupation that became unavailable may stay where it was") {
    for_each_world([](World& world) {
        world.report(village());
        const auto ana = id_of(world, "ANA DOS TESTES");
        const auto id = test::must(place(world, ana, nurse()));
        test::must(turn_cbo(world.gate.as<Permission::cbo_gerenciar>(), {}, "223505", false, world.services));
        auto edition = nurse({"coordenador_ubs"});
        edition.versao = 1;
        test::must(change(world, id, edition));
        CHECK(of(world, ana)[1] == "0000002//223505: coordenador_ubs");
        CHECK(code_of_failure(change(world, id, edition)) == "LOT-0004");
        CHECK(code_of_failure(change(world, world.ids.next(), edition)) == "LOT-0001");
    });
}

TEST_CASE("[S2-161] [S2-162] a lotação is inactivated, activated again, and excluded; its acessos follow") {
    for_each_world([](World& world) {
        world.report(village());
        const auto bia = id_of(world, "BIA DA CONCEIÇÃO");
        const auto id = lotacao_of(world, bia);
        test::must(turn(world, id, false));
        CHECK(of(world, bia) == Names{"0000002//225142 inativa:"});
        test::must(turn(world, id, false));
        test::must(turn(world, id, true));
        CHECK(of(world, bia) == Names{"0000002//225142: medico"});
        test::must(take_out(world, id));
        CHECK(of(world, bia).empty());
        CHECK(code_of_failure(take_out(world, id)) == "LOT-0001");
        CHECK(world.events.back() == audit::Event::operacao_no_banco);
        // The file still brings it.
        world.report(village());
        CHECK(of(world, bia) == Names{"0000002//225142: medico"});
    });
}

TEST_CASE("[S2-150] [S2-156] what was typed by hand is left alone by the import, unless it follows the CNES") {
    for_each_world([](World& world) {
        world.report(village());
        const auto ana = id_of(world, "ANA DOS TESTES");
        const auto kept = test::must(place(world, ana, nurse()));
        auto following = nurse();
        following.dados.cbo = "223565";
        following.dados.segue_cnes = true;
        test::must(place(world, ana, following));
        world.report(village());
        CHECK(of(world, ana) == Names{"0000001/0000000018/223565: enfermeiro", "0000002//223505: enfermeiro", "0000002//223565 inativa:"});
        // Without her in the file at all, the lotação by hand keeps her.
        auto less = village();
        less.profissionais.erase(less.profissionais.begin());
        world.report(less);
        CHECK(see(world, ana).pessoa.ativo);
        CHECK(of(world, ana)[0] == "0000002//223505: enfermeiro");
        test::must(turn(world, kept, false));
    });
}

TEST_CASE("Perfis somebody chose stay when the same lotação comes again in the file") {
    for_each_world([](World& world) {
        world.report(village());
        const auto ana = id_of(world, "ANA DOS TESTES");
        const auto id = lotacao_of(world, ana);
        test::must(change(world, id, {{"0000001", "0000000018", "223565", true}, {"enfermeiro", "coordenador_ubs"}, 1}));
        world.report(village());
        CHECK(of(world, ana) == Names{"0000001/0000000018/223565: coordenador_ubs enfermeiro"});
    });
}

TEST_CASE("A coordinator acts in her own unit only") {
    for_each_world([](World& world) {
        world.report(village());
        const auto ana = id_of(world, "ANA DOS TESTES"), bia = id_of(world, "BIA DA CONCEIÇÃO");
        const auto other = lotacao_of(world, ana);
        act_as_coordinator(world, "BIA DA CONCEIÇÃO");
        test::must(place(world, ana, nurse()));
        auto elsewhere = nurse();
        elsewhere.dados.cnes = "0000001";
        CHECK(code_of_failure(place(world, bia, elsewhere)) == "PROF-0007");
        CHECK(code_of_failure(turn(world, other, false)) == "PROF-0007");
        CHECK(code_of_failure(take_out(world, other)) == "PROF-0007");
        const auto options = test::must(lotacao_options(world.gate.as<Permission::lotacoes_gerenciar>(), {}, world.services));
        REQUIRE(options.unidades.size() == 1);
        CHECK(options.unidades[0].cnes == "0000002");
        // Ana works in her unit now, too.
        auto dados = see(world, ana).pessoa.dados;
        test::must(edit(world, ana, {dados, 1}));
        const auto carlas = test::must(enter(world, carla()));
        CHECK(code_of_failure(remove(world, carlas)) == "PROF-0007");
    });
}

TEST_CASE("An import that stopped before everybody had acesso goes on where it stopped") {
    for_each_world([](World& world) {
        world.report(village());
        constexpr db::Query kForget{"test.forget", "UPDATE lotacao SET com_acesso = 0"};
        constexpr db::Query kTake{"test.take", "UPDATE acesso SET ativo = 0"};
        world.run(kForget);
        world.run(kTake);
        world.report(village());
        CHECK(of(world, id_of(world, "BIA DA CONCEIÇÃO")) == Names{"0000002//225142: medico"});
    });
}
