// SPDX-License-Identifier: Apache-2.0
#include "modules/tabelas/domain/packed.hpp"

#include <doctest/doctest.h>

using namespace aroeira;

TEST_CASE("Every table has the rows its source has, in strictly ascending order") {
    const std::pair<const tabelas::Packed*, std::size_t> expected[] = {
        {&tabelas::packed::municipio, 5571}, {&tabelas::packed::cbo, 2730},   {&tabelas::packed::cbo_por_ficha, 949},
        {&tabelas::packed::ciap2, 686},      {&tabelas::packed::cid10, 14245}, {&tabelas::packed::sigtap, 4948},
        {&tabelas::packed::catmat, 3340},    {&tabelas::packed::ab_condicao, 22},
        {&tabelas::packed::pais, 346},       {&tabelas::packed::uf, 27},
        {&tabelas::packed::tipo_logradouro, 365}, {&tabelas::packed::cbo_prescritor, 91},
        {&tabelas::packed::procedimento_ab, 39},  {&tabelas::packed::procedimento_ab_odonto, 24},
        {&tabelas::packed::odonto_quantidade, 79},   {&tabelas::packed::vacina_regra, 885},
        {&tabelas::packed::vacina_local, 43},        {&tabelas::packed::fabricante, 98},
        {&tabelas::packed::grupo_atendimento, 107}};
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
