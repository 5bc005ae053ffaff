// SPDX-License-Identifier: Apache-2.0
#include "modules/imunobiologicos/operations/list_lotes.hpp"

#include <cstdio>

namespace aroeira::imunobiologicos {
namespace {

/// The calendar day in the município.
Result<std::string> today(const Ibge& municipio, Ports& ports, const Services& services) {
    AROEIRA_TRY(const auto active, ports.municipios.require(municipio));
    const auto local = services.clock.now() + std::chrono::minutes(active.utc_offset_minutes);
    const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(local));
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(day.year()) % 10'000, static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    return std::string(text);
}

}  // namespace

Result<LoteList> list_lotes(const MayKeep& granted, LoteFilter filter, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio());
    filter.lote = folded(filter.lote);
    return services.unit.read([&](Ports& ports) -> Result<LoteList> {
        AROEIRA_TRY(auto day, today(municipio, ports, services));
        AROEIRA_TRY(auto page, ports.lotes.list(municipio, filter));
        return LoteList{std::move(page), std::move(day)};
    });
}

Result<std::vector<Lote>> lotes_for_dose(const MayKeep& granted, std::int64_t imunobiologico, std::string day, const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio());
    if (!day.empty() && !is_day(day))
        return Error{ErrorKind::invalid_input, "IMUNO-0002", "A data da aplicação não existe.", {{"IMUNO-0002", "data", "A data não existe.", "Informe como AAAA-MM-DD."}}};
    return services.unit.read([&](Ports& ports) -> Result<std::vector<Lote>> {
        AROEIRA_TRY(const auto now, today(municipio, ports, services));
        return ports.lotes.good_on(municipio, imunobiologico, day.empty() ? now : day, kOfferedMax);
    });
}

}  // namespace aroeira::imunobiologicos
