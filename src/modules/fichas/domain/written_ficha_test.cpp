// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/api/written_ficha.hpp"

#include <doctest/doctest.h>

namespace aroeira::fichas {
namespace {

std::string why(WrittenFicha& ficha, std::string_view path, std::string_view value) {
    const auto done = ficha.set(path, value);
    return done ? "" : done.error().message;
}

}  // namespace

TEST_CASE("a written ficha says which line does not fit, and why") {
    WrittenFicha ficha;
    CHECK(why(ficha, "uuidFicha", "1") == "falta envelope.tipoDadoSerializado antes de uuidFicha");
    CHECK(why(ficha, "envelope.tipoDadoSerializado", "9") == "não há ficha do tipo «9»");
    CHECK(why(ficha, "envelope.versao", "oito") == "a versão «oito» não se lê");
    CHECK(why(ficha, "envelope.tipoDadoSerializado", "8").empty());
    CHECK(why(ficha, "visitas[0].turno", "1").find("não tem o campo visitas") != std::string::npos);
    CHECK(why(ficha, "visitasDomiciliares[1].turno", "1") == "não há como chegar a visitasDomiciliares");
    CHECK(why(ficha, "visitasDomiciliares[0].turno", "manhã") == "o valor «manhã» não cabe no campo turno");
    CHECK(why(ficha, "uuidFicha.turno", "1") == "não há como chegar a uuidFicha");
    CHECK(why(ficha, "visitasDomiciliares[1]", "1") == "um item de lista é {} ou um campo dele");
    CHECK(why(ficha, "visitasDomiciliares[0].turno", "2").empty());
}

TEST_CASE("an instant is written in the clock of Brasília, with or without its hour") {
    CHECK(to_ms(*written_instant("1970-01-01")) == 3 * 3'600'000);
    CHECK(to_ms(*written_instant("1970-01-02 01:30")) == (24 + 3 + 1) * 3'600'000 + 30 * 60'000);
    for (const auto text : {"", "1970", "01/01/1970", "1970-01-0x", "1970-01-01 25h"}) CHECK(!written_instant(text));
}

}  // namespace aroeira::fichas
