// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/domain/janela.hpp"

#include "modules/instalacoes/api/settings.hpp"

namespace aroeira::transmission {
namespace {

constexpr int kDayMinutes = 24 * 60;

int minute_of_day(Instant local) {
    const auto since_midnight = local - std::chrono::floor<std::chrono::days>(local);
    return static_cast<int>(std::chrono::floor<std::chrono::minutes>(since_midnight).count());
}

}  // namespace

Janela window_from(int from_minutes) {
    return {from_minutes, (from_minutes + instalacoes::kTransmissionMinutes) % kDayMinutes};
}

bool is_open(const Janela& janela, Instant now, int utc_offset_minutes) {
    if (janela.from_minutes == janela.until_minutes) return true;
    const int minute = minute_of_day(now + std::chrono::minutes(utc_offset_minutes));
    if (janela.from_minutes < janela.until_minutes) return minute >= janela.from_minutes && minute < janela.until_minutes;
    return minute >= janela.from_minutes || minute < janela.until_minutes;
}

Instant open_from(const Janela& janela, Instant now, int utc_offset_minutes) {
    return is_open(janela, now, utc_offset_minutes) ? now : next_time(janela.from_minutes, now, utc_offset_minutes);
}

}  // namespace aroeira::transmission
