// SPDX-License-Identifier: Apache-2.0
#include "modules/gestao/domain/agenda_padrao.hpp"

#include <doctest/doctest.h>

using namespace aroeira::gestao;

namespace {

std::string field_of(AgendaPadrao agenda) {
    const auto done = checked(std::move(agenda));
    if (done) return "ok";
    REQUIRE(done.error().fields.size() == 1);
    return done.error().fields[0].field;
}

AgendaPadrao with(std::vector<Periodo> periodos, int minutes = 20) { return {std::move(periodos), minutes}; }

}  // namespace

TEST_CASE("[S2-348] an agenda has hours on any day of the week, in order and without overlap") {
    CHECK(field_of(first_agenda()) == "ok");
    CHECK(field_of(with({})) == "ok");
    CHECK(checked(with({{7, 600, 660}, {1, 780, 1020}, {1, 480, 720}}))->periodos == std::vector<Periodo>{{1, 480, 720}, {1, 780, 1020}, {7, 600, 660}});
    CHECK(field_of(with({{6, 0, 1440}})) == "ok");
    CHECK(field_of(with({{3, 480, 720}, {3, 720, 800}})) == "ok");
    CHECK(field_of(with({{3, 480, 720}, {3, 719, 800}})) == "periodos.3");
    CHECK(field_of(with({{2, 480, 480}})) == "periodos.2");
    CHECK(field_of(with({{2, 720, 480}})) == "periodos.2");
    CHECK(field_of(with({{2, -5, 480}})) == "periodos.2");
    CHECK(field_of(with({{2, 480, 1441}})) == "periodos.2");
    CHECK(field_of(with({{0, 480, 720}})) == "periodos.0");
    CHECK(field_of(with({{8, 480, 720}})) == "periodos.8");
    CHECK(field_of(with({{4, 0, 1}, {4, 1, 2}, {4, 2, 3}, {4, 3, 4}, {4, 4, 5}})) == "periodos.4");
}

TEST_CASE("[S2-350] an appointment lasts from 1 to 240 minutes") {
    for (const int minutes : {1, 15, 20, 240}) CHECK(field_of(with({}, minutes)) == "ok");
    for (const int minutes : {0, -20, 241, 100'000}) CHECK(field_of(with({}, minutes)) == "duracao");
}

TEST_CASE("[S2-351] a lotação whose CBO has a duration of its own ignores the standard one") {
    const auto agenda = with({}, 15);
    CHECK(appointment_minutes(agenda, std::nullopt) == 15);
    CHECK(appointment_minutes(agenda, 40) == 40);
}
