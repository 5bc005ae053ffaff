// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/hours.hpp"

namespace aroeira::transmission {

Result<Hours> Hours::read(Ports& ports) {
    Hours hours;
    AROEIRA_TRY(hours.start_minutes_, ports.settings.transmission_start_minutes());
    AROEIRA_TRY(const auto municipios, ports.municipios.list());
    for (const auto& municipio : municipios) hours.offsets_.emplace(municipio.ibge, municipio.utc_offset_minutes);
    if (!municipios.empty()) hours.home_offset_ = municipios.front().utc_offset_minutes;
    return hours;
}

Instant Hours::open_from(const std::optional<Janela>& own, const Ibge& municipio, Instant now) const {
    const auto found = offsets_.find(municipio);
    return transmission::open_from(own.value_or(window_from(start_minutes_)), now, found == offsets_.end() ? home_offset_ : found->second);
}

Instant Hours::next_opening(const std::optional<Janela>& own, Instant now) const {
    return next_time(own.value_or(window_from(start_minutes_)).from_minutes, now, home_offset_);
}

Instant Hours::next_routine(Instant now) const { return next_time(start_minutes_, now, home_offset_); }

}  // namespace aroeira::transmission
