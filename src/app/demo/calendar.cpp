// SPDX-License-Identifier: Apache-2.0
#include "app/demo/calendar.hpp"

#include <algorithm>
#include <cstdio>

#include "app/demo/town.hpp"

namespace aroeira::app::demo {
namespace {

constexpr int kLeastDays = 14;          // a month that has just begun looks back two weeks
constexpr int kClosingMinutes = 18 * 60;  // the units have gone home

bool is_working(int day) { return (day + 3) % 7 < 5; }  // 1 January 1970 was a Thursday

}  // namespace

Calendar::Calendar(Instant now, std::chrono::minutes zone) : now_(now), zone_(zone) {
    using namespace std::chrono;
    const auto local = std::chrono::floor<std::chrono::days>(now + zone);
    const year_month_day date{local};
    const int today = static_cast<int>(local.time_since_epoch().count());
    const int first_of_month = today - static_cast<int>(static_cast<unsigned>(date.day())) + 1;
    for (int day = std::min(first_of_month, today - kLeastDays); day <= today; ++day)
        if (is_working(day) && at(day, kClosingMinutes) <= now) days_.push_back(day);
}

Instant Calendar::at(int day, int minutes) const {
    return std::chrono::sys_days(std::chrono::days(day)) + std::chrono::minutes(minutes) - zone_;
}

std::string text_of_time(int day, int minutes) {
    char hour[32];
    std::snprintf(hour, sizeof hour, " %02d:%02d", minutes / 60 % 24, minutes % 60);
    return text_of_day(day) + hour;
}

}  // namespace aroeira::app::demo
