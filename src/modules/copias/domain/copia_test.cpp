// SPDX-License-Identifier: Apache-2.0
#include "modules/copias/domain/copia.hpp"

#include <doctest/doctest.h>

using namespace aroeira;
using namespace aroeira::copias;
using namespace std::chrono_literals;

namespace {

constexpr Instant kNow = std::chrono::sys_days(std::chrono::year(2026) / 11 / 28) + 23h + 4min + 9s;

Copia made(Situacao situacao, Instant at) { return {.id = SystemIdSource().make<Copia>(), .situacao = situacao, .iniciada = at}; }

}  // namespace

TEST_CASE("the administrator is warned while there is no automatic copy, when the last failed and when it is late") {
    const std::optional<Agenda> none, chosen = Agenda{.desde = kNow - 240h}, fresh = Agenda{.desde = kNow - 1h};
    CHECK(standing_of(none, std::nullopt, kNow) == Standing::sem_agenda);
    CHECK(standing_of(none, made(Situacao::concluida, kNow), kNow) == Standing::sem_agenda);
    CHECK(standing_of(fresh, std::nullopt, kNow) == Standing::sem_copia);
    CHECK(standing_of(chosen, std::nullopt, kNow) == Standing::atrasada);
    CHECK(standing_of(chosen, made(Situacao::concluida, kNow - 35h), kNow) == Standing::em_dia);
    CHECK(standing_of(chosen, made(Situacao::concluida, kNow - 37h), kNow) == Standing::atrasada);
    CHECK(standing_of(fresh, made(Situacao::concluida, kNow - 37h), kNow) == Standing::em_dia);
    CHECK(standing_of(chosen, made(Situacao::falhou, kNow - 1h), kNow) == Standing::falhou);
}

TEST_CASE("the hour is that of the place, and always still to come") {
    const auto day = std::chrono::floor<std::chrono::days>(kNow);
    CHECK(next_time(2 * 60, kNow, -180) == day + 29h);
    CHECK(next_time(20 * 60 + 4, kNow, -180) == day + 24h + 23h + 4min);
    CHECK(next_time(20 * 60 + 5, kNow, -180) == day + 23h + 5min);
    CHECK(next_time(2 * 60, kNow, -300) == day + 31h);
}

TEST_CASE("the name of a copy says when it was made, and sorts by it") {
    CHECK(file_name_at(kNow) == "aroeira-20261128-230409.copia");
}
