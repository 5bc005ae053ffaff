// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "modules/instalacoes/api/clock_time.hpp"

using namespace aroeira::instalacoes;

TEST_CASE("a time of day is HH:MM from 00:00 to 23:59 and nothing else") {
    CHECK(minutes_of("00:00") == 0);
    CHECK(minutes_of("06:30") == 390);
    CHECK(minutes_of("23:59") == 1439);
    for (const auto* text : {"", "24:00", "12:60", "6:30", "06-30", "ab:cd", "06:3", "06:300", " 6:30", "-1:00"}) {
        CAPTURE(text);
        CHECK_FALSE(minutes_of(text));
    }
    for (int minutes = 0; minutes < 24 * 60; ++minutes) CHECK(minutes_of(clock_text(minutes)) == minutes);
}
