// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/domain/tentativas.hpp"

#include <doctest/doctest.h>

using namespace aroeira;
using namespace aroeira::transmission;
using namespace std::chrono_literals;

namespace {

const Instant kNow = std::chrono::sys_days(std::chrono::year(2026) / 9 / 21) + 14h + 13min + 20s;
const Instant kOpening = kNow + 13h;

double least() { return 0.0; }
double most() { return 0.999999; }

Tentativas fail(const Tentativas& before, const Chance& chance) { return after_failure(before, "fora do ar", kNow, kOpening, chance); }

std::chrono::milliseconds wait_of_failure(int failures, const Chance& chance) {
    Tentativas all;
    for (int i = 0; i < failures; ++i) all = fail(all, chance);
    return *all.proxima - kNow;
}

}  // namespace

TEST_CASE("The wait after a failure doubles from one minute to six hours, drawn from its upper half") {
    CHECK(wait_of_failure(1, least) == 30s);
    CHECK(wait_of_failure(2, least) == 60s);
    CHECK(wait_of_failure(9, least) == 128min);
    CHECK(wait_of_failure(10, least) == 3h);
    CHECK(wait_of_failure(11, least) == 3h);
    CHECK(wait_of_failure(1, most) > 59s);
    CHECK(wait_of_failure(1, most) < 60s);
    CHECK(wait_of_failure(11, most) < 6h);
    const auto once = fail({}, least);
    CHECK(once.falhas == 1);
    CHECK(once.causa == "fora do ar");
    CHECK_FALSE(once.parado);
    CHECK_FALSE(once.agendada);
}

TEST_CASE("After twelve failures in a row the destino is parado and is tried once a day, when its window opens") {
    Tentativas all;
    for (int i = 0; i < kFailuresMax - 1; ++i) all = fail(all, least);
    CHECK_FALSE(all.parado);
    all = fail(all, least);
    CHECK(all.parado);
    CHECK(all.proxima == kOpening);
    CHECK(fail(all, least).proxima == kOpening);
}

TEST_CASE("[S2-260] An hour the receiver chose is kept as such and counts as no failure") {
    Tentativas before;
    before.falhas = 3;
    const auto next = after_schedule(before, "Venha às 02:40.", kNow, 90min);
    CHECK(next.proxima == kNow + 90min);
    CHECK(next.agendada);
    CHECK(next.falhas == 3);
    CHECK(next.causa == "Venha às 02:40.");
    CHECK(after_schedule(before, "", kNow, 72h).proxima == kNow + 24h);
}

TEST_CASE("Retry-After is read as seconds or as a date, a day at most, and nonsense as nothing") {
    CHECK(wait_of("120", "", kNow) == 120s);
    CHECK(wait_of("0", "", kNow) == 0s);
    CHECK(wait_of("99999999999999999999", "", kNow) == 24h);
    CHECK(wait_of("172800", "", kNow) == 24h);
    CHECK(wait_of("Mon, 21 Sep 2026 15:13:20 GMT", "", kNow) == 1h);
    CHECK(wait_of("Mon, 21 Sep 2026 13:13:20 GMT", "", kNow) == 0s);
    for (const auto* nonsense : {"", "amanhã", "-5", "1.5", "Mon, 21 Sep 2026 15:13:20 BRT", "Mon, 31 Feb 2026 15:13:20 GMT",
                                 "Mon, 21 Set 2026 15:13:20 GMT", "Mon, 21 Sep 2026 15-13-20 GMT"})
        CHECK_FALSE(wait_of(nonsense, "", kNow).has_value());
}

TEST_CASE("A receiver whose clock is one hour off is waited for as long as it meant") {
    CHECK(wait_of("Mon, 21 Sep 2026 15:43:20 GMT", "Mon, 21 Sep 2026 15:13:20 GMT", kNow) == 30min);
    CHECK(wait_of("Mon, 21 Sep 2026 13:43:20 GMT", "Mon, 21 Sep 2026 13:13:20 GMT", kNow) == 30min);
    CHECK(wait_of("Mon, 21 Sep 2026 14:43:20 GMT", "ontem", kNow) == 30min);
}
