// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "base/clock.hpp"

/// Days and hours of a town, in the clock of its município. A day is its number since 1970.
namespace aroeira::app::demo {

class Calendar {
public:
    Calendar(Instant now, std::chrono::minutes zone);

    /// The working days of the demonstration, oldest first; never fewer than eight.
    [[nodiscard]] const std::vector<int>& days() const { return days_; }
    /// The Monday of its week.
    [[nodiscard]] static int monday_of(int day) { return day - (day + 3) % 7; }
    /// Weeks from the first to that of the day, from 0.
    [[nodiscard]] int week_of(int day) const { return (monday_of(day) - monday_of(days_.front())) / 7; }
    [[nodiscard]] Instant at(int day, int minutes) const;
    [[nodiscard]] Instant now() const { return now_; }

private:
    Instant now_;
    std::chrono::minutes zone_;
    std::vector<int> days_;
};

/// "2026-03-10 09:30".
std::string text_of_time(int day, int minutes);

}  // namespace aroeira::app::demo
