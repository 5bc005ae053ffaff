// SPDX-License-Identifier: Apache-2.0
#include "modules/tabelas/api/vacinacao.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace aroeira;

TEST_CASE("A vaccine is given under the strategies and doses of its release") {
    constexpr tabelas::Release first{7, 2, 2};
    constexpr tabelas::Release last{8, 7, 0};
    CHECK(tabelas::vaccine_rule_exists(15, 1, 9, first));  // BCG, routine, single dose.
    CHECK(tabelas::vaccine_rule_exists(15, 1, 9, last));
    CHECK_FALSE(tabelas::vaccine_rule_exists(15, 3, 9, last));
    // The polio booster is R1 and R2 since 8.4.1, and was REF before.
    CHECK(tabelas::vaccine_rule_exists(22, 1, 38, {8, 4, 0}));
    CHECK_FALSE(tabelas::vaccine_rule_exists(22, 1, 38, {8, 4, 1}));
    CHECK_FALSE(tabelas::vaccine_rule_exists(22, 1, 6, {8, 4, 0}));
    CHECK(tabelas::vaccine_rule_exists(22, 1, 6, {8, 4, 1}));
    // Pneumo 20 exists since 7.4.0; the strategy 15 of the e-SUS is 14 of the RNDS.
    CHECK_FALSE(tabelas::vaccine_rule_exists(107, 15, 9, {7, 3, 9}));
    CHECK(tabelas::vaccine_rule_exists(107, 15, 9, {7, 4, 0}));
    // Sinopharm and the high-dose influenza are only copied from the card; VVSR-RecAdj since 7.3.1.
    CHECK_FALSE(tabelas::may_be_given(114, last));
    CHECK_FALSE(tabelas::may_be_given(117, last));
    CHECK(tabelas::may_be_given(109, {7, 3, 0}));
    CHECK_FALSE(tabelas::may_be_given(109, {7, 3, 1}));
    CHECK(tabelas::may_be_given(1, last));
    CHECK_FALSE(tabelas::may_be_given(11'500, last));
    CHECK_FALSE(tabelas::vaccine_rule_exists(-1, INT64_MIN, INT64_MAX, last));
}

TEST_CASE("Places fit routes, makers and groups are known") {
    constexpr tabelas::Release before{8, 3, 0};
    constexpr tabelas::Release last{8, 7, 0};
    CHECK(tabelas::place_fits_route(3, 2, last));        // Intramuscular, right deltoid.
    CHECK(tabelas::place_fits_route(5, 1, last));        // Oral, mouth.
    CHECK_FALSE(tabelas::place_fits_route(5, 2, last));
    CHECK(tabelas::place_fits_route(6, 16, last));       // Subcutaneous, other.
    CHECK_FALSE(tabelas::place_fits_route(1, 16, last));
    CHECK(tabelas::place_fits_route(4, 2, before));      // Deep intramuscular.
    CHECK_FALSE(tabelas::place_fits_route(4, 2, last));
    CHECK(tabelas::place_fits_route(7, 22, last));       // In the wound.
    CHECK_FALSE(tabelas::place_fits_route(7, 22, before));
    CHECK(tabelas::is_fabricante("47619"));
    CHECK_FALSE(tabelas::is_fabricante("47618"));
    CHECK_FALSE(tabelas::is_fabricante(""));
    CHECK(tabelas::is_grupo_atendimento_active(5));
    CHECK_FALSE(tabelas::is_grupo_atendimento_active(10));
    CHECK_FALSE(tabelas::is_grupo_atendimento_active(9'999));
}

TEST_CASE("[S2-334] [S2-336] every vaccine and every maker has a name, and every vaccine with rules is in the list") {
    std::set<std::int64_t> known;
    tabelas::each_imunobiologico([&](std::int64_t code, std::string_view sigla, std::string_view nome) {
        CHECK_FALSE(nome.empty());
        CHECK_FALSE(sigla.empty());
        CHECK(tabelas::imunobiologico_name(code) == nome);
        known.insert(code);
    });
    CHECK(known.size() == 100);
    CHECK(tabelas::imunobiologico_name(0).empty());
    CHECK(tabelas::imunobiologico_name(999'999).empty());
    std::size_t makers = 0;
    tabelas::each_fabricante([&](std::string_view rnds, std::string_view nome) {
        CHECK(tabelas::is_fabricante(rnds));
        CHECK(tabelas::fabricante_name(rnds) == nome);
        ++makers;
    });
    CHECK(makers == 98);
}
