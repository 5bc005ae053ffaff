// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/transmission/operations/services.hpp"

namespace aroeira::transmission {

/// The bases that have not synchronised with this one for close to a month or more, the longest first:
/// those it sends to and those that send to it, at most `kSincroniasMax` of each.
/// Errors: `unavailable` DB-0004. Source: manual, 3.7.1.
Result<std::vector<Sincronia>> find_sincronia(const MayManage& granted, const Services& services);

inline constexpr int kSincroniasMax = 30;

}  // namespace aroeira::transmission
