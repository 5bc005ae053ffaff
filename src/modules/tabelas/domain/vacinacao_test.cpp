// SPDX-License-Identifier: Apache-2.0
#include "modules/tabelas/api/vacinacao.hpp"

#include <doctest/doctest.h>

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
    // Sinopharm and the high-dose influenza are only copied from the card.
    CHECK_FALSE(tabelas::vaccine_rule_exists(114, 1, 1, last));
    CHECK_FALSE(tabelas::vaccine_rule_exists(117, 1, 9, last));
    CHECK_FALSE(tabelas::vaccine_rule_exists(-1, INT64_MIN, INT64_MAX, last));
}

TEST_CASE("Places fit routes, makers and groups are known") {
    CHECK(tabelas::place_fits_route(3, 2));         // Intramuscular, right deltoid.
    CHECK_FALSE(tabelas::place_fits_route(5, 2));   // Oral.
    CHECK(tabelas::place_fits_route(5, 1));
    CHECK(tabelas::place_fits_route(6, 16));        // Subcutaneous, other.
    CHECK_FALSE(tabelas::place_fits_route(1, 16));
    CHECK(tabelas::fabricante_name("47619") == "LIBBS");
    CHECK_FALSE(tabelas::is_fabricante("47618"));
    CHECK_FALSE(tabelas::is_fabricante(""));
    CHECK(tabelas::is_grupo_atendimento_active(5));
    CHECK_FALSE(tabelas::is_grupo_atendimento_active(10));
    CHECK_FALSE(tabelas::is_grupo_atendimento_active(9'999));
}
