// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string_view>

namespace aroeira::relatorios {

/// A day as the number of days since 1970-01-01 in some zone.
using Dia = std::int64_t;

/// The local day of an instant. Unit: `utc_offset_minutes` is added to UTC.
Dia dia_of(std::int64_t epoch_ms, int utc_offset_minutes);

/// Whole years between two days; −1 when `until` comes before `born`.
int anos(Dia born, Dia until);

/// The code of the band of an age: «Menos de 01 ano», year by year to 4, then by five to «80 anos ou mais»; "X" for none.
std::string_view faixa_of(int anos);
/// Its words. "" for what is no code of a band.
std::string_view faixa_etaria(std::string_view codigo);

}  // namespace aroeira::relatorios
