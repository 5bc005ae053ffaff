// SPDX-License-Identifier: Apache-2.0
#include "modules/tabelas/api/cadastro.hpp"

#include <doctest/doctest.h>

using namespace aroeira;

TEST_CASE("Every occupation has its place in the order of the codes") {
    CHECK(tabelas::cbo_count() == 2730);
    CHECK(tabelas::cbo_at(0).cbo == "010105");
    CHECK(tabelas::cbo_at(0).titulo == "OFICIAL GENERAL DA AERONÁUTICA");
    CHECK(tabelas::cbo_signs_fichas("515105"));
    CHECK_FALSE(tabelas::cbo_signs_fichas("010105"));
}

TEST_CASE("[S2-163] an occupation begins with the perfil of its family, and of the team where that matters") {
    using tabelas::perfil_of_cbo;
    CHECK(perfil_of_cbo("225142", "70") == "medico");
    CHECK(perfil_of_cbo("225142", "") == "medico");
    CHECK(perfil_of_cbo("225142", "22") == "medico_ad");
    CHECK(perfil_of_cbo("223565", "70") == "enfermeiro");
    CHECK(perfil_of_cbo("223605", "72") == "nivel_superior_nasf");
    CHECK(perfil_of_cbo("223605", "70") == "nivel_superior");
    CHECK(perfil_of_cbo("322245", "23") == "tecnico_enfermagem_ad");
    CHECK(perfil_of_cbo("515105", "70") == "acs");
    CHECK(perfil_of_cbo("5151F1", "") == "ace");
    CHECK(perfil_of_cbo("131210", "") == "coordenador_ubs");
    CHECK(perfil_of_cbo("131210", "70") == "");
    CHECK(perfil_of_cbo("422105", "") == "recepcao");
    CHECK(perfil_of_cbo("010105", "") == "");
    CHECK(perfil_of_cbo("999999", "") == "");
    CHECK(tabelas::cbo_has_own_perfil("422105"));
    CHECK(tabelas::cbo_has_own_perfil("131210"));
    CHECK_FALSE(tabelas::cbo_has_own_perfil("211110"));
}

TEST_CASE("Class councils are known by their code") {
    CHECK(tabelas::conselho_count() == 14);
    CHECK(tabelas::conselho_name("66") == "Conselho Regional de Enfermagem");
    CHECK(tabelas::conselho_name("99") == "");
}

TEST_CASE("The states and their municípios are there to choose from") {
    CHECK(tabelas::uf_count() == 27);
    CHECK(tabelas::uf_at(0).sigla == "AC");
    int count = 0;
    tabelas::each_municipio("SE", [&](std::string_view, std::string_view) { ++count; });
    CHECK(count == 75);
    tabelas::each_municipio("DF", [&](std::string_view ibge, std::string_view nome) {
        CHECK(ibge == "5300108");
        CHECK(nome == "Brasília");
    });
}
