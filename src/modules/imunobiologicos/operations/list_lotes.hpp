// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/imunobiologicos/operations/services.hpp"

namespace aroeira::imunobiologicos {

/// What the list shows, and which day it is in the município: a lote whose validade is before it has ended.
struct LoteList {
    LotePage page{};
    std::string today{};
};
/// Errors: `not_found` INST-0001; `unavailable` DB-0004.
Result<LoteList> list_lotes(const MayKeep& granted, LoteFilter filter, const Services& services);

inline constexpr std::int64_t kOfferedMax = 100;

/// «Lote fabricante» of a dose: the lotes of the vaccine that are good on the day it is given ("" for today).
/// Errors: `invalid_input` IMUNO-0002 when the day is none; `not_found` INST-0001. Source: manual, 3.10.
Result<std::vector<Lote>> lotes_for_dose(const MayKeep& granted, std::int64_t imunobiologico, std::string day, const Services& services);

}  // namespace aroeira::imunobiologicos
