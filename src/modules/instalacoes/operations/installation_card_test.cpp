// SPDX-License-Identifier: Apache-2.0
#include "modules/instalacoes/operations/installation_card.hpp"

#include <doctest/doctest.h>

#include "modules/instalacoes/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::instalacoes;
using namespace aroeira::instalacoes::testing;

namespace {

MayTransmit marina(World& world) { return world.gate.as<identity::Permission::transmissao_gerenciar>({.key = "marina", .address = "10.0.0.2"}); }

std::vector<std::string> refused_fields(const Result<InstallationCard>& saved) {
    std::vector<std::string> fields;
    if (!saved) for (const auto& one : saved.error().fields) fields.push_back(one.field);
    return fields;
}

}  // namespace

TEST_CASE("The installation gets its id at the first start and keeps it at every other") {
    for_each_world([](World& world) {
        CHECK(code_of_failure(read_card(marina(world), world.services)) == "INST-0008");
        SystemIdSource ids;
        test::must(prepare_installation(world.services, ids));
        const auto first = test::must(read_card(marina(world), world.services));
        CHECK(first.tipo == TipoInstalacao::prontuario);
        CHECK(first.nome == "Instalação sem nome");
        CHECK(first.uf.empty());
        test::must(prepare_installation(world.services, ids));
        CHECK(test::must(read_card(marina(world), world.services)) == first);
    });
}

TEST_CASE("An administrator says what the installation is, and the trail what it was") {
    for_each_world([](World& world) {
        SystemIdSource ids;
        test::must(prepare_installation(world.services, ids));
        const auto before = test::must(read_card(marina(world), world.services));
        const auto saved = test::must(save_card(marina(world), {" Centralizador de Sergipe ", TipoInstalacao::centralizador_estadual, "SE"}, world.services));
        CHECK(saved == InstallationCard{before.id, "Centralizador de Sergipe", TipoInstalacao::centralizador_estadual, "SE"});
        CHECK(test::must(read_card(marina(world), world.services)) == saved);
        REQUIRE(world.events.size() == 1);
        CHECK(world.events[0].entity_id == "instalacao");
        CHECK(world.events[0].details ==
              R"({"antes":{"nome":"Instalação sem nome","tipo":"prontuario","uf":""},"depois":{"nome":"Centralizador de Sergipe","tipo":"centralizador_estadual","uf":"SE"}})");
        test::must(save_card(marina(world), {saved.nome, saved.tipo, saved.uf}, world.services));
        CHECK(world.events.size() == 1);
    });
}

TEST_CASE("A card that cannot be shown, or of a state that is none, is refused by field") {
    for_each_world([](World& world) {
        SystemIdSource ids;
        test::must(prepare_installation(world.services, ids));
        using enum TipoInstalacao;
        const auto refused = [&](const NewCard& card) { return refused_fields(save_card(marina(world), card, world.services)); };
        CHECK(refused({"  ", prontuario, ""}) == std::vector<std::string>{"nome"});
        CHECK(refused({"a\nb", prontuario, ""}) == std::vector<std::string>{"nome"});
        CHECK(refused({std::string(201, 'a'), prontuario, ""}) == std::vector<std::string>{"nome"});
        CHECK(refused({"", centralizador_estadual, ""}) == std::vector<std::string>{"nome", "uf"});
        CHECK(refused({"X", centralizador_nacional, "XX"}) == std::vector<std::string>{"uf"});
        CHECK(world.events.empty());
        CHECK(save_card(marina(world), {std::string(200, 'a'), centralizador_municipal, ""}, world.services));
    });
}

TEST_CASE("Every kind of installation has a name of its own, and no other name is one") {
    for (const auto tipo : kTiposInstalacao) CHECK(tipo_instalacao_of(name_of(tipo)) == tipo);
    for (const auto* other : {"", "Prontuario", "centralizador"}) CHECK_FALSE(tipo_instalacao_of(other));
}
