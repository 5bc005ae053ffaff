// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/operations/hours.hpp"

#include <doctest/doctest.h>

using namespace aroeira;
using namespace aroeira::fichas;
using namespace std::chrono_literals;

namespace {

constexpr int kBrasilia = -180;
Instant brasilia(int day, std::chrono::minutes time) {
    return Instant(std::chrono::sys_days(std::chrono::year(2026) / 11 / day)) + time + 3h;
}

}  // namespace

TEST_CASE("S2-266 A lote that arrives in the afternoon waits for midnight when the window is 0h to 6h") {
    const ProcessingHours window{.continuous = false};
    CHECK(processing_start(window, brasilia(10, 15h), kBrasilia) == brasilia(11, 0min));
}

TEST_CASE("S2-266 A lote that arrives inside the window is processed at once") {
    const ProcessingHours window{.continuous = false};
    CHECK_FALSE(processing_start(window, brasilia(10, 5h + 59min), kBrasilia).has_value());
    CHECK(processing_start(window, brasilia(10, 6h), kBrasilia) == brasilia(11, 0min));
}

TEST_CASE("A window may cross midnight") {
    const ProcessingHours night{.continuous = false, .from_minutes = 22 * 60, .until_minutes = 5 * 60};
    CHECK_FALSE(processing_start(night, brasilia(10, 23h), kBrasilia).has_value());
    CHECK_FALSE(processing_start(night, brasilia(10, 4h), kBrasilia).has_value());
    CHECK(processing_start(night, brasilia(10, 12h), kBrasilia) == brasilia(10, 22h));
}

TEST_CASE("Continuous processing never waits") {
    CHECK_FALSE(processing_start({}, brasilia(10, 15h), kBrasilia).has_value());
}

TEST_CASE("The month of receipt is the local one at both ends of the day") {
    CHECK(local_month(brasilia(30, 23h + 59min), kBrasilia) == "202611");
    CHECK(local_month(brasilia(30, 24h), kBrasilia) == "202612");
}
