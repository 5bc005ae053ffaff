// SPDX-License-Identifier: Apache-2.0
#include "modules/tabelas/api/ocupacoes.hpp"

#include <doctest/doctest.h>

using namespace aroeira;

TEST_CASE("Occupations sign the fichas of their list only") {
    CHECK(tabelas::has_cbo("5151F1"));
    CHECK(tabelas::cbo_may_sign(8, "515105"));
    CHECK_FALSE(tabelas::cbo_may_sign(8, "225142"));
    CHECK(tabelas::cbo_may_sign(4, "225142"));
    CHECK(tabelas::cbo_may_sign(6, "515335"));
    CHECK(tabelas::cbo_may_refer_by_cid10("225142"));
    CHECK_FALSE(tabelas::cbo_may_sign(4, ""));
}

TEST_CASE("Who may prescribe a special immunobiological is a list") {
    CHECK(tabelas::is_cbo_prescritor("225125"));
    CHECK_FALSE(tabelas::is_cbo_prescritor("515105"));
}
