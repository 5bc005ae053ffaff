// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/api/campo.hpp"

#include <doctest/doctest.h>

#include "modules/fichas/tests/visita.hpp"

using namespace aroeira::fichas;

namespace {

std::vector<std::int64_t> numbers(const Campo& campo, const ledi::Record& record) {
    std::vector<std::int64_t> all;
    campo.each(record, [&](const Valor& value) { all.push_back(value.numero); });
    return all;
}

}  // namespace

TEST_CASE("A field is read by its path through groups and lists, and named by the table of its declaration") {
    const testing::Visita visit{.number = 7};
    const auto bytes = visit.bytes();
    Arena arena;
    const auto reading = decode(bytes, arena);
    REQUIRE(reading);
    const auto& tipo = *reading.ficha.tipo;
    const auto& record = *reading.ficha.record;

    CHECK(numbers(*Campo::find(tipo, "visitasDomiciliares.motivosVisita"), record) == std::vector<std::int64_t>{11, 29});
    CHECK(Campo::find(tipo, "headerTransport.cnes")->first(record)->texto == visit.cnes);
    const auto visits = Campo::find(tipo, "visitasDomiciliares");
    REQUIRE(visits->is_group());
    const auto turno = visits->inside("turno");
    std::size_t seen = 0;
    visits->each_group(record, [&](const ledi::Record& one) {
        ++seen;
        CHECK(turno->first(one)->numero == 1);
        CHECK_FALSE(visits->inside("cnsCidadao")->is_present(one));
        CHECK_FALSE(visits->inside("ivcf.resultado")->first(one));
        CHECK(visits->inside("microArea")->is_present(one));
    });
    CHECK(seen == 1);
    CHECK(turno->rotulo(1) == "Manhã");
    CHECK(turno->rotulo(9).empty());
    CHECK(turno->codigos() == std::vector<std::int64_t>{1, 2, 3});
}

TEST_CASE("A path the declaration does not have is no field") {
    const auto& visita = *find_tipo(8);
    for (const auto* path : {"visitas", "visitasDomiciliares.turnos", "visitasDomiciliares.turno.codigo", "."}) CHECK_FALSE(Campo::find(visita, path));
    CHECK(Campo::find(visita, "")->is_group());
    CHECK_FALSE(Campo::find(visita, "uuidFicha")->inside("x"));
}
