// SPDX-License-Identifier: Apache-2.0
#include "modules/tabelas/api/tabelas.hpp"

#include <doctest/doctest.h>

#include "modules/tabelas/domain/packed.hpp"

using namespace aroeira;

TEST_CASE("Every table has the rows its source has, in strictly ascending order") {
    const std::pair<const tabelas::Packed*, std::size_t> expected[] = {
        {&tabelas::packed::municipio, 5571}, {&tabelas::packed::cbo, 2730},   {&tabelas::packed::cbo_por_ficha, 949},
        {&tabelas::packed::ciap2, 686},      {&tabelas::packed::cid10, 14245}, {&tabelas::packed::sigtap, 4948},
        {&tabelas::packed::catmat, 3331},    {&tabelas::packed::ab_condicao, 22}};
    for (const auto& [table, rows] : expected) {
        CHECK(table->count == rows);
        CHECK(table->keys.size() == table->count * table->width);
        for (std::size_t i = 1; i < table->count; ++i) {
            const auto before = table->keys.substr((i - 1) * table->width, table->width);
            CHECK(before < table->keys.substr(i * table->width, table->width));
        }
    }
}

TEST_CASE("Every key of a table is found and its neighbours are not") {
    const auto& table = tabelas::packed::cid10;
    for (std::size_t i = 0; i < table.count; ++i) {
        auto key = table.keys.substr(i * table.width, table.width);
        key = key.substr(0, key.find(' '));
        CHECK(table.find(key) == i);
    }
    CHECK_FALSE(table.has(""));
    CHECK_FALSE(table.has("A"));
    CHECK_FALSE(table.has("A0000"));
    CHECK_FALSE(table.has("a00"));
}

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

TEST_CASE("Occupations sign the fichas of their list only") {
    CHECK(tabelas::has_cbo("5151F1"));
    CHECK(tabelas::cbo_may_sign(8, "515105"));
    CHECK_FALSE(tabelas::cbo_may_sign(8, "225142"));
    CHECK(tabelas::cbo_may_sign(4, "225142"));
    CHECK(tabelas::cbo_may_sign(6, "515335"));
    CHECK(tabelas::cbo_may_refer_by_cid10("225142"));
    CHECK_FALSE(tabelas::cbo_may_sign(4, ""));
}

TEST_CASE("Diagnoses and procedures are known with whom they apply to") {
    CHECK(tabelas::has_cid10("Z34"));
    CHECK(tabelas::has_cid10("Z340"));
    CHECK(tabelas::cid10_applies("O800") == tabelas::Applies::female);
    CHECK(tabelas::cid10_applies("N40") == tabelas::Applies::male);
    CHECK(tabelas::cid10_applies("I10") == tabelas::Applies::both);
    CHECK(tabelas::has_ciap2("W78"));
    CHECK(tabelas::is_ciap2_procedure("A30"));
    CHECK_FALSE(tabelas::is_ciap2_procedure("A29"));
    CHECK(tabelas::has_sigtap("0301100284"));
    CHECK_FALSE(tabelas::has_sigtap("0301100285"));
    CHECK(tabelas::has_catmat("BR0268317"));
    CHECK(tabelas::ab_condition("ABP003")->last_version.empty());
    CHECK(tabelas::ab_condition("ABP009")->last_version == "7.3.4");
    CHECK(tabelas::ab_exam_sigtap("ABEX013")->empty());
    CHECK(*tabelas::ab_exam_sigtap("ABEX002") == "0202010295");
    CHECK(tabelas::has_structured_result("ABEX022"));
    CHECK_FALSE(tabelas::has_structured_result("ABEX008"));
}
