// SPDX-License-Identifier: Apache-2.0
#include "base/identifiers.hpp"

#include <ostream>

#include <doctest/doctest.h>

using namespace aroeira;

template <class T>
concept Printable = requires(std::ostream& out, const T& value) { out << value; };
static_assert(!Printable<Cpf> && !Printable<Cns>, "a personal identifier must not reach a log");

TEST_CASE("A CPF is accepted only with both check digits and never when all digits are equal") {
    CHECK(is_cpf("52998224725"));
    CHECK_FALSE(is_cpf("52998224724"));
    CHECK_FALSE(is_cpf("52998224715"));
    CHECK_FALSE(is_cpf("11111111111"));
    CHECK_FALSE(is_cpf("5299822472"));
    CHECK_FALSE(is_cpf("529.982.247-25"));
}

TEST_CASE("A CNS is accepted by the routine of its first digit, 5 included") {
    CHECK(is_cns("700000000000005"));
    CHECK(is_cns("500000000000007") == ((5 * 15 + 7) % 11 == 0));
    CHECK_FALSE(is_cns("700000000000006"));
    CHECK_FALSE(is_cns("300000000000005"));
    CHECK_FALSE(is_cns("70000000000000"));
}

TEST_CASE("A definitive CNS carries the suffix its base asks for") {
    int accepted = 0;
    for (int last = 0; last < 10; ++last)
        for (const char* middle : {"000", "001"})
            if (is_cns("12345678901" + std::string(middle) + static_cast<char>('0' + last))) ++accepted;
    CHECK(accepted == 1);
}

TEST_CASE("A CNPJ may have letters in its first twelve positions") {
    CHECK(is_cnpj("11222333000181"));
    CHECK_FALSE(is_cnpj("11222333000180"));
    CHECK(is_cnpj("12ABC34501DE35"));
    CHECK_FALSE(is_cnpj("12ABC34501DE36"));
    CHECK_FALSE(is_cnpj("12abc34501de35"));
    CHECK_FALSE(is_cnpj("00000000000000"));
}

TEST_CASE("An IBGE code has a check digit, but for the nine published exceptions") {
    CHECK(is_ibge("4205407"));
    CHECK(is_ibge("5300108"));
    CHECK_FALSE(is_ibge("4205408"));
    CHECK(is_ibge("2201919"));
}

TEST_CASE("An identifier shows only its last two characters to a log") {
    CHECK(Cpf::parse("52998224725").value().masked() == "*********25");
    CHECK(Cpf::parse("52998224724").error().code == ErrorCode("IDENT-0001"));
}
