// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/domain/janela.hpp"

#include <doctest/doctest.h>

using namespace aroeira;
using namespace aroeira::transmission;
using namespace std::chrono_literals;

namespace {

constexpr int kAracaju = -180;
constexpr int kRioBranco = -300;
constexpr int kNoronha = -120;

/// An instant of 21 September 2026 by the clock of Aracaju.
Instant at(int hour, int minute = 0) {
    return std::chrono::sys_days(std::chrono::year(2026) / 9 / 21) + std::chrono::hours(hour + 3) + std::chrono::minutes(minute);
}

}  // namespace

TEST_CASE("[S2-251] The window is six hours from the installation's hour, by default from 0h to 6h") {
    CHECK(window_from(0) == Janela{0, 360});
    CHECK(window_from(Janela{}.from_minutes) == Janela{});
    CHECK(window_from(22 * 60) == Janela{22 * 60, 4 * 60});
    CHECK(window_from(18 * 60) == Janela{18 * 60, 0});
}

TEST_CASE("A window is open from its first minute to the one before its last, by the clock of the place") {
    const Janela night{0, 360};
    CHECK_FALSE(is_open(night, at(-1, 59), kAracaju));
    CHECK(is_open(night, at(0), kAracaju));
    CHECK(is_open(night, at(5, 59), kAracaju));
    CHECK_FALSE(is_open(night, at(6), kAracaju));
    CHECK_FALSE(is_open(night, at(0), kRioBranco));
    CHECK(is_open(night, at(7), kRioBranco));
    CHECK(is_open(night, at(-1), kNoronha));
}

TEST_CASE("A window that crosses midnight is open on both sides of it; one without length is the whole day") {
    const Janela late{22 * 60, 5 * 60};
    CHECK(is_open(late, at(22), kAracaju));
    CHECK(is_open(late, at(4, 59), kAracaju));
    CHECK_FALSE(is_open(late, at(5), kAracaju));
    CHECK_FALSE(is_open(late, at(21, 59), kAracaju));
    CHECK(is_open({0, 0}, at(13), kAracaju));
}

TEST_CASE("What waits, waits for the next opening; what may go, goes now") {
    const Janela night{0, 360};
    CHECK(open_from(night, at(3), kAracaju) == at(3));
    CHECK(open_from(night, at(6), kAracaju) == at(24));
    CHECK(open_from(night, at(23, 59), kAracaju) == at(24));
    CHECK(open_from(night, at(1), kRioBranco) == at(2));
    CHECK(open_from({22 * 60, 300}, at(12), kAracaju) == at(22));
}

TEST_CASE("The next time of an hour is later than now, today or tomorrow") {
    CHECK(next_time(14 * 60, at(13), kAracaju) == at(14));
    CHECK(next_time(14 * 60, at(14), kAracaju) == at(38));
    CHECK(next_time(0, at(0, 1), kAracaju) == at(24));
}
