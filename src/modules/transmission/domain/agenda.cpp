// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/domain/agenda.hpp"

#include <algorithm>
#include <cstdio>

namespace aroeira::transmission {

Admission decide(const Occupation& occupation, const std::optional<Agendamento>& own, Instant now) {
    const bool its_turn = own && own->minuto <= now && now < own->minuto + kTurn;
    if (its_turn) return Admission::in_its_minute;
    if (occupation.has_place() && (own || occupation.waiting == 0)) return Admission::enters;
    return own && own->minuto > now ? Admission::waits : Admission::is_given_one;
}

int senders_per_minute(int at_once) { return std::max(1, at_once / 2); }

Instant first_free_minute(const std::vector<std::pair<Instant, std::int64_t>>& given, int per_minute, Instant now) {
    Instant minute = std::chrono::floor<std::chrono::minutes>(now) + std::chrono::minutes(1);
    for (const auto& [taken, senders] : given) {
        if (taken < minute) continue;
        if (taken > minute || senders < per_minute) break;
        minute += std::chrono::minutes(1);
    }
    return minute;
}

std::string hour_for_people(Instant at, Instant now, int utc_offset_minutes) {
    const auto offset = std::chrono::minutes(utc_offset_minutes);
    const auto local = at + offset;
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::minutes>(local - day)};
    char text[32];
    if (day == std::chrono::floor<std::chrono::days>(now + offset)) {
        std::snprintf(text, sizeof text, "%02d:%02d", static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()));
    } else {
        const std::chrono::year_month_day date{day};
        std::snprintf(text, sizeof text, "%02u/%02u, às %02d:%02d", static_cast<unsigned>(date.day()), static_cast<unsigned>(date.month()),
                      static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()));
    }
    return text;
}

}  // namespace aroeira::transmission
