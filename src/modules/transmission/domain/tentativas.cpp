// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/domain/tentativas.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace aroeira::transmission {
namespace {

std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
    return value;
}

/// "Mon, 21 Sep 2026 14:13:20 GMT", the only form a server may write today.
std::optional<std::chrono::sys_seconds> http_date(std::string_view text) {
    constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    if (text.size() != 29 || text.substr(25) != " GMT" || text[19] != ':' || text[22] != ':') return std::nullopt;
    const auto month = std::find(kMonths.begin(), kMonths.end(), text.substr(8, 3));
    const auto day = number(text.substr(5, 2)), year = number(text.substr(12, 4));
    const auto hour = number(text.substr(17, 2)), minute = number(text.substr(20, 2)), second = number(text.substr(23, 2));
    if (month == kMonths.end() || !day || !year || !hour || !minute || !second) return std::nullopt;
    const std::chrono::year_month_day date(std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(month - kMonths.begin()) + 1),
                                           std::chrono::day(static_cast<unsigned>(*day)));
    if (!date.ok()) return std::nullopt;
    return std::chrono::sys_days(date) + std::chrono::hours(*hour) + std::chrono::minutes(*minute) + std::chrono::seconds(*second);
}

std::chrono::seconds bounded(std::chrono::seconds wait) {
    return std::clamp<std::chrono::seconds>(wait, std::chrono::seconds(0), kLongestSchedule);
}

}  // namespace

Tentativas after_failure(const Tentativas& before, std::string causa, Instant now, Instant opening, const Chance& chance) {
    Tentativas next{.falhas = before.falhas + 1, .causa = std::move(causa)};
    next.parado = next.falhas >= kFailuresMax;
    if (next.parado) {
        next.proxima = opening;
        return next;
    }
    // Nine doublings pass six hours: no shift is ever too far.
    const std::chrono::milliseconds doubled = kFirstWait * (1 << std::min(next.falhas - 1, 9));
    const auto whole = std::min<std::chrono::milliseconds>(doubled, kLongestWait);
    next.proxima = now + whole / 2 + std::chrono::floor<std::chrono::milliseconds>(whole / 2 * chance());
    return next;
}

Tentativas after_schedule(const Tentativas& before, std::string causa, Instant now, std::chrono::seconds wait) {
    Tentativas next = before;
    next.proxima = now + bounded(wait);
    next.agendada = true;
    next.causa = std::move(causa);
    return next;
}

std::optional<std::chrono::seconds> wait_of(std::string_view retry_after, std::string_view date, Instant now) {
    if (retry_after.empty()) return std::nullopt;
    if (retry_after.find_first_not_of("0123456789") == std::string_view::npos) {
        // More digits than fit are more than a day.
        return retry_after.size() > 9 ? kLongestSchedule : bounded(std::chrono::seconds(*number(retry_after)));
    }
    const auto at = http_date(retry_after);
    if (!at) return std::nullopt;
    const auto theirs = http_date(date);
    return bounded(*at - theirs.value_or(std::chrono::floor<std::chrono::seconds>(now)));
}

}  // namespace aroeira::transmission
