// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/operations/local_date.hpp"

#include <chrono>
#include <cstdio>

namespace aroeira::estabelecimentos {

Result<std::string> today_in(const Ibge& municipio, Ports& ports, Instant now) {
    AROEIRA_TRY(const auto active, ports.municipios.require(municipio));
    const auto days = std::chrono::floor<std::chrono::days>(now + std::chrono::minutes(active.utc_offset_minutes));
    const std::chrono::year_month_day day{days};
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(day.year()), static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    return std::string(text);
}

}  // namespace aroeira::estabelecimentos
