// SPDX-License-Identifier: Apache-2.0
#include "modules/tabelas/api/clinica.hpp"

#include <doctest/doctest.h>

using namespace aroeira;

TEST_CASE("Diagnoses and medicines are known with whom they apply to") {
    CHECK(tabelas::has_cid10("Z34"));
    CHECK(tabelas::has_cid10("Z340"));
    CHECK(tabelas::cid10_applies("O800") == tabelas::Applies::female);
    CHECK(tabelas::cid10_applies("N40") == tabelas::Applies::male);
    CHECK(tabelas::cid10_applies("I10") == tabelas::Applies::both);
    CHECK(tabelas::has_ciap2("W78"));
    CHECK(tabelas::is_ciap2_procedure("A30"));
    CHECK_FALSE(tabelas::is_ciap2_procedure("A29"));
    CHECK(tabelas::has_catmat("BR0268317"));
    CHECK(tabelas::ab_condition("ABP003")->last_version.empty());
    CHECK(tabelas::ab_condition("ABP009")->last_version == "7.3.4");
}

TEST_CASE("A problem is named by the title of its table, and one no table has by nothing") {
    CHECK(tabelas::ciap2_title("A01") == "Dor generalizada /múltipla");
    CHECK(tabelas::cid10_title("A00") == "Cólera");
    CHECK(tabelas::ciap2_title("??").empty());
    CHECK(tabelas::cid10_title("").empty());
}
