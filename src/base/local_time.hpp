// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "base/clock.hpp"

namespace aroeira {

/// The next time a clock on a wall shows `minutes` after midnight, later than `now`.
/// Unit: `utc_offset_minutes` is added to UTC.
Instant next_time(int minutes, Instant now, int utc_offset_minutes);

}  // namespace aroeira
