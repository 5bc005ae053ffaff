// SPDX-License-Identifier: Apache-2.0
#include "modules/tabelas/api/territorio.hpp"

#include <doctest/doctest.h>

using namespace aroeira;

TEST_CASE("A município says its name, state and clock") {
    const auto aracaju = tabelas::municipio("2800308");
    REQUIRE(aracaju);
    CHECK(aracaju->nome == "Aracaju");
    CHECK(aracaju->uf == "SE");
    CHECK(tabelas::utc_offset(aracaju->fuso) == std::chrono::hours(-3));
    CHECK(tabelas::utc_offset(tabelas::municipio("1200401")->fuso) == std::chrono::hours(-5));
    CHECK(tabelas::utc_offset(tabelas::municipio("1302603")->fuso) == std::chrono::hours(-4));
    CHECK(tabelas::utc_offset(tabelas::municipio("2605459")->fuso) == std::chrono::hours(-2));
    CHECK_FALSE(tabelas::municipio("9999999"));
    CHECK_FALSE(tabelas::municipio("280030"));
}

TEST_CASE("A state goes by its letters, in capitals") {
    for (const auto* sigla : {"SE", "AC", "DF", "TO"}) CHECK(tabelas::is_uf(sigla));
    for (const auto* other : {"", "S", "se", "SER", "XX", "27"}) CHECK_FALSE(tabelas::is_uf(other));
}

TEST_CASE("Countries, states and kinds of street go by the numbers the LEDI gives them") {
    CHECK(tabelas::is_pais(31));
    CHECK(tabelas::is_pais(346));
    CHECK_FALSE(tabelas::is_pais(0));
    CHECK_FALSE(tabelas::is_pais(-31));
    CHECK_FALSE(tabelas::is_pais(INT64_MAX));
    CHECK(tabelas::is_uf_dne("27"));
    CHECK(tabelas::is_uf_dne("01"));
    CHECK_FALSE(tabelas::is_uf_dne("1"));
    CHECK_FALSE(tabelas::is_uf_dne("28"));
    CHECK(tabelas::is_tipo_logradouro("008"));
    CHECK_FALSE(tabelas::is_tipo_logradouro("8"));
    CHECK_FALSE(tabelas::is_tipo_logradouro(""));
}
