// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/operations/hours.hpp"

namespace aroeira::fichas {

std::optional<Instant> processing_start(const ProcessingHours& hours, Instant now, int utc_offset_minutes) {
    if (hours.continuous || hours.from_minutes == hours.until_minutes) return std::nullopt;
    const auto offset = std::chrono::minutes(utc_offset_minutes);
    const auto local = now + offset;
    const auto midnight = std::chrono::floor<std::chrono::days>(local);
    const auto minute = std::chrono::floor<std::chrono::minutes>(local - midnight).count();
    // A window such as 22:00–05:00 crosses midnight.
    const bool inside = hours.from_minutes < hours.until_minutes
                            ? minute >= hours.from_minutes && minute < hours.until_minutes
                            : minute >= hours.from_minutes || minute < hours.until_minutes;
    if (inside) return std::nullopt;
    auto start = midnight + std::chrono::minutes(hours.from_minutes);
    if (start <= local) start += std::chrono::days(1);
    return std::chrono::floor<std::chrono::milliseconds>(start - offset);
}

std::string local_month(Instant at, int utc_offset_minutes) {
    const std::chrono::year_month_day day{
        std::chrono::floor<std::chrono::days>(at + std::chrono::minutes(utc_offset_minutes))};
    return std::to_string(static_cast<int>(day.year()) * 100 + static_cast<int>(static_cast<unsigned>(day.month())));
}

}  // namespace aroeira::fichas
