// SPDX-License-Identifier: Apache-2.0
#include "modules/relatorios/domain/contadores.hpp"

#include <doctest/doctest.h>

#include "modules/relatorios/domain/faixa_etaria.hpp"
#include "modules/relatorios/domain/marcas.hpp"
#include "modules/relatorios/domain/periodo.hpp"

using namespace aroeira;
using namespace aroeira::relatorios;

TEST_CASE("Counts packed and read again are the same, and the same counts are the same bytes") {
    Contadores one, other;
    one.add({0, "1", ""}, 3);
    one.add({2, "0301010064", "5"}, 70'000);
    one.add({2, "0301010064", ""}, 1);
    other.add({2, "0301010064", ""}, 1);
    other.add({2, "0301010064", "5"}, 70'001);
    other.add({9, "x", ""}, 5);
    other.add({0, "1", ""}, 3);
    other.add({9, "x", ""}, -5);
    other.add({2, "0301010064", "5"}, -1);
    CHECK(one.packed().value() == other.packed().value());
    Contadores again;
    CHECK(again.add_packed(one.packed().value()).has_value());
    CHECK(again.all() == one.all());
    CHECK(Contadores().packed().value().empty());
}

TEST_CASE("Taking back what was never counted, or reading half of what was packed, is told") {
    Contadores one;
    one.add({0, "1", ""}, -1);
    CHECK(one.packed().error().code.text() == "RELAT-0010");
    Contadores whole;
    whole.add({0, "abc", "d"}, 300);
    const auto bytes = whole.packed().value();
    for (std::size_t size = 1; size < bytes.size(); ++size) CHECK(Contadores().add_packed(bytes.substr(0, size)).error().code.text() == "RELAT-0011");
}

TEST_CASE("Marks are bits that come and go, and none is nothing") {
    Marcas marcas;
    for (const std::int64_t place : {0, 7, 8, 4095}) {
        CHECK_FALSE(marcas.has(place));
        marcas.set(place, true);
        CHECK(marcas.has(place));
    }
    CHECK_FALSE(marcas.has(1));
    CHECK(Marcas(marcas.bytes()).has(4095));
    for (const std::int64_t place : {0, 7, 8, 4095}) marcas.set(place, false);
    CHECK(marcas.bytes().empty());
}

TEST_CASE("An age has its band on the day of the care") {
    CHECK(faixa_etaria(faixa_of(0)) == "Menos de 01 ano");
    CHECK(faixa_etaria(faixa_of(4)) == "04 anos");
    CHECK(faixa_etaria(faixa_of(5)) == "05 a 09 anos");
    CHECK(faixa_etaria(faixa_of(79)) == "75 a 79 anos");
    CHECK(faixa_etaria(faixa_of(80)) == "80 anos ou mais");
    CHECK(faixa_etaria(faixa_of(-1)) == "Não informado");
    CHECK(anos(*dia_of("2000-02-29"), *dia_of("2026-02-28")) == 25);
    CHECK(anos(*dia_of("2000-02-29"), *dia_of("2026-03-01")) == 26);
    CHECK(anos(*dia_of("2026-03-01"), *dia_of("2026-02-01")) == -1);
}

TEST_CASE("The day of a care is that of the município, and so is its month") {
    const std::int64_t late = 1'788'220'800'000;  // 2026-09-01 00:00 UTC
    CHECK(dia_text(dia_of(late, -180)) == "20260831");
    CHECK(mes_text(dia_of(late, -180)) == "202608");
    CHECK(mes_text(dia_of(late, 0)) == "202609");
}

TEST_CASE("A period is made of whole months and of the days at its ends, each day once") {
    const auto in_words = [](std::string_view de, std::string_view ate) {
        std::string out;
        for (const auto& one : trechos_of({*dia_of(de), *dia_of(ate)})) out += std::string(name_of(one.grao)) + " " + one.de + "-" + one.ate + "; ";
        return out;
    };
    CHECK(in_words("2026-01-01", "2026-12-31") == "mes 202601-202612; ");
    CHECK(in_words("2026-01-10", "2026-03-05") == "dia 20260110-20260131; mes 202602-202602; dia 20260301-20260305; ");
    CHECK(in_words("2026-01-10", "2026-01-20") == "dia 20260110-20260120; ");
    CHECK(in_words("2026-01-10", "2026-02-05") == "dia 20260110-20260205; ");
    CHECK(in_words("2026-02-01", "2026-03-05") == "mes 202602-202602; dia 20260301-20260305; ");
    CHECK(in_words("2026-03-05", "2026-03-01").empty());
    CHECK(meses_of({*dia_of("2025-11-30"), *dia_of("2026-02-01")}) == std::vector<std::string>{"202511", "202512", "202601", "202602"});
    for (const auto* bad : {"2026-02-30", "2026-13-01", "2026-1-01", "", "20260101xx", "2026-0a-01"}) CHECK_FALSE(dia_of(bad));
}
