// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "modules/agenda/operations/close_agenda.hpp"
#include "modules/agenda/operations/configure_agenda.hpp"
#include "modules/agenda/operations/offer_online.hpp"
#include "modules/agenda/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::agenda;
using namespace aroeira::agenda::testing;
using estabelecimentos::testing::village;

namespace {

constexpr std::string_view kAna = "ANA DOS TESTES", kBia = "BIA DA CONCEIÇÃO";

/// Ana works in both units.
estabelecimentos::testing::ArquivoXml two_places() {
    auto file = village();
    file.profissionais[0].lotacoes.push_back({.cnes = "0000002", .cbo = "223565"});
    return file;
}
AgendaVista see(World& world, const std::string& lotacao) { return test::must(see_agenda(world.may(), {}, lotacao, world.services)); }
Result<void> save(World& world, const std::string& lotacao, const Configuracao& chosen) {
    return save_agenda(world.may(), {}, lotacao, chosen, world.services);
}
std::string field_of(const Result<void>& result) {
    REQUIRE_FALSE(result);
    return result.error().fields.empty() ? "" : result.error().fields.front().field;
}
const std::vector<Periodo> kMorning{{2, 480, 660}};

}  // namespace

TEST_CASE("[S2-166] the only lotação of a professional has the hours of the município; of several each waits for its own") {
    for_each_world([](World& world) {
        world.registry.report(village());
        const auto bia = world.lotacao_of(kBia);
        CHECK(see(world, bia).vigente.situacao == Situacao::automatica);
        CHECK(see(world, bia).vigente.configuracao.periodos == world.padrao.chosen.periodos);
        world.registry.report(two_places());
        for (const std::size_t at : {0U, 1U}) {
            const auto seen = see(world, world.lotacao_of(kAna, at));
            CHECK(seen.vigente.situacao == Situacao::nenhuma);
            CHECK(seen.vigente.configuracao.periodos.empty());
            CHECK(seen.padrao.periodos == world.padrao.chosen.periodos);
        }
        // One lotação ends, and the other is the only one again.
        world.registry.report(village());
        CHECK(see(world, world.lotacao_of(kAna)).vigente.situacao == Situacao::automatica);
    });
}

TEST_CASE("[S2-169] [S2-172] hours are chosen per weekday and kept; of two who save, the second is told") {
    for_each_world([](World& world) {
        world.registry.report(village());
        const auto bia = world.lotacao_of(kBia);
        world.registry.events.clear();
        test::must(save(world, bia, {{{7, 600, 1440}, {2, 780, 1020}, {2, 480, 660}}, 0}));
        const auto seen = see(world, bia).vigente;
        CHECK(seen.situacao == Situacao::configurada);
        CHECK(seen.configuracao.periodos == std::vector<Periodo>{{2, 480, 660}, {2, 780, 1020}, {7, 600, 1440}});
        CHECK(world.registry.events == std::vector{audit::Event::operacao_no_banco});
        CHECK(code_of_failure(save(world, bia, {kMorning, 0})) == "AGENDA-0003");
        test::must(save(world, bia, {kMorning, 1}));
        CHECK(code_of_failure(save(world, bia, {kMorning, 1})) == "AGENDA-0003");
        CHECK(see(world, bia).vigente.configuracao.periodos == kMorning);
    });
}

TEST_CASE("[S2-169] hours that cannot be are told by their day") {
    for_each_world([](World& world) {
        world.registry.report(village());
        const auto bia = world.lotacao_of(kBia);
        CHECK(field_of(save(world, bia, {{}, 0})) == "periodos");
        CHECK(field_of(save(world, bia, {{{3, 600, 600}}, 0})) == "periodos.3");
        CHECK(field_of(save(world, bia, {{{3, 600, 540}}, 0})) == "periodos.3");
        CHECK(field_of(save(world, bia, {{{3, 600, 1441}}, 0})) == "periodos.3");
        CHECK(field_of(save(world, bia, {{{1, 480, 600}, {4, 540, 660}, {4, 480, 600}}, 0})) == "periodos.4");
        CHECK(field_of(save(world, bia, {{{5, 0, 10}, {5, 10, 20}, {5, 20, 30}, {5, 30, 40}, {5, 40, 50}}, 0})) == "periodos.5");
        CHECK(field_of(save(world, bia, {{{8, 480, 600}}, 0})) == "periodos");
        // One may begin when the other ends.
        test::must(save(world, bia, {{{5, 0, 10}, {5, 10, 20}}, 0}));
    });
}

TEST_CASE("[S2-165] a coordinator sets the agendas of her own unit and of no other") {
    for_each_world([](World& world) {
        world.registry.report(village());
        const auto ana = world.lotacao_of(kAna), bia = world.lotacao_of(kBia);
        estabelecimentos::testing::act_as_coordinator(world.registry, kBia);
        test::must(save(world, bia, {kMorning, 0}));
        CHECK(code_of_failure(save(world, ana, {kMorning, 0})) == "AGENDA-0004");
        CHECK(code_of_failure(see_agenda(world.may(), {}, ana, world.services)) == "AGENDA-0004");
        CHECK(code_of_failure(list_fechamentos(world.may(), {}, ana, world.services)) == "AGENDA-0004");
        CHECK(code_of_failure(see_online(world.may(), {}, ana, world.services)) == "AGENDA-0004");
        const auto anas = test::must(list_agendas(world.may(), {}, estabelecimentos::testing::id_of(world.registry, kAna).text(), world.services));
        CHECK(anas.empty());
        estabelecimentos::testing::act_as_administrator(world.registry);
        world.registry.gate.actor.municipio = Ibge::parse("3550308").value();
        CHECK(code_of_failure(see_agenda(world.may(), {}, bia, world.services)) == "AGENDA-0001");
    });
}

TEST_CASE("[S2-175] [S2-176] [S2-177] [S2-178] [S2-179] [S2-180] the agenda is closed for some days, with a motive") {
    for_each_world([](World& world) {
        world.registry.report(village());
        const auto bia = world.lotacao_of(kBia);
        const auto add = [&](const NewFechamento& fresh) { return add_fechamento(world.may(), {}, bia, fresh, world.services); };
        const auto ferias = test::must(add({"2026-12-01", "2026-12-30", Motivo::ferias, "não conta"}));
        CHECK(ferias.especificacao.empty());
        test::must(add({"2027-01-05", "2027-01-05", Motivo::outro, " Mudança da unidade "}));
        const auto list = test::must(list_fechamentos(world.may(), {}, bia, world.services));
        REQUIRE(list.size() == 2);
        CHECK(list[0].inicio == "2027-01-05");
        CHECK(list[0].especificacao == "Mudança da unidade");
        const auto refused = [&](const NewFechamento& fresh) {
            const auto result = add(fresh);
            REQUIRE_FALSE(result);
            return result.error().fields.front().field;
        };
        CHECK(refused({"", "2026-01-01", Motivo::curso, ""}) == "inicio");
        CHECK(refused({"2026-02-30", "2026-03-01", Motivo::curso, ""}) == "inicio");
        CHECK(refused({"2026-02-01", "2026-01-31", Motivo::curso, ""}) == "fim");
        CHECK(refused({"2026-02-01", "2029-01-31", Motivo::curso, ""}) == "fim");
        CHECK(refused({"2026-02-01", "2026-02-01", Motivo::outro, "  "}) == "especificacao");
        CHECK(refused({"2026-12-30", "2027-01-02", Motivo::reuniao, ""}) == "inicio");
        test::must(remove_fechamento(world.may(), {}, bia, ferias.id, world.services));
        CHECK(code_of_failure(remove_fechamento(world.may(), {}, bia, ferias.id, world.services)) == "AGENDA-0006");
        test::must(add({"2026-12-30", "2027-01-02", Motivo::reuniao, ""}));
    });
}

TEST_CASE("[S2-182] [S2-183] the hours of the agenda are offered online one by one, as long as the CBO says") {
    for_each_world([](World& world) {
        world.registry.report(village());
        const auto bia = world.lotacao_of(kBia);
        const auto online = [&] { return test::must(see_online(world.may(), {}, bia, world.services)); };
        CHECK(online().minutes == 30);
        CHECK(online().horarios.size() == 8 + 8 + 8);
        CHECK(online().oferecidos.empty());
        test::must(save_online(world.may(), {}, bia, {{{3, 480}, {1, 510}, {1, 510}}, 0}, world.services));
        CHECK(online().oferecidos == std::vector<Horario>{{1, 510}, {3, 480}});
        CHECK(code_of_failure(save_online(world.may(), {}, bia, {{}, 0}, world.services)) == "AGENDA-0003");
        CHECK(code_of_failure(save_online(world.may(), {}, bia, {{{1, 511}}, 1}, world.services)) == "AGENDA-0008");
        CHECK(code_of_failure(save_online(world.may(), {}, bia, {{{6, 480}}, 1}, world.services)) == "AGENDA-0008");
        test::must(estabelecimentos::edit_cbo(world.registry.gate.as<identity::Permission::cbo_gerenciar>(), {}, "225142", {.intervalo_minutos = 45}, world.registry.services));
        CHECK(online().minutes == 45);
        CHECK(online().horarios.size() == 5 + 5 + 5);
        // 08:30 is no hour of this agenda any more; 08:00 is.
        CHECK(online().oferecidos == std::vector<Horario>{{3, 480}});
    });
}

TEST_CASE("[S2-185] who was typed by hand is not offered online, nor is a lotação without agenda") {
    for_each_world([](World& world) {
        world.registry.report(two_places());
        CHECK(code_of_failure(see_online(world.may(), {}, world.lotacao_of(kAna), world.services)) == "AGENDA-0009");
        const auto carla = test::must(estabelecimentos::testing::enter(world.registry, estabelecimentos::testing::carla()));
        const auto place = estabelecimentos::register_lotacao(world.registry.gate.as<identity::Permission::lotacoes_gerenciar>(), {}, carla.text(),
                                                              {{"0000002", "", "223505", false}, {"enfermeiro"}, 0}, world.registry.services);
        const auto lotacao = std::string(test::must(place).text());
        CHECK(code_of_failure(see_online(world.may(), {}, lotacao, world.services)) == "AGENDA-0007");
        CHECK(code_of_failure(save_online(world.may(), {}, lotacao, {}, world.services)) == "AGENDA-0007");
        CHECK(see(world, lotacao).vigente.situacao == Situacao::automatica);
    });
}

TEST_CASE("The menu of a professional knows how each lotação stands") {
    for_each_world([](World& world) {
        world.registry.report(two_places());
        const auto first = world.lotacao_of(kAna);
        test::must(save(world, first, {kMorning, 0}));
        test::must(save_online(world.may(), {}, first, {{{2, 480}}, 0}, world.services));
        const auto list = test::must(list_agendas(world.may(), {}, estabelecimentos::testing::id_of(world.registry, kAna).text(), world.services));
        REQUIRE(list.size() == 2);
        const auto& chosen = list[0].lotacao == first ? list[0] : list[1];
        const auto& other = list[0].lotacao == first ? list[1] : list[0];
        CHECK(chosen.situacao == Situacao::configurada);
        CHECK(chosen.online);
        CHECK(other.situacao == Situacao::nenhuma);
        CHECK_FALSE(other.online);
    });
}
