// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

#include "base/clock.hpp"
#include "modules/fichas/operations/ports.hpp"

namespace aroeira::fichas {

/// When a lote that arrives at `now` may be processed: nothing means at once.
/// Source: manual, 3.7.3.3.1 (between 0h and 6h, or the hour the installation chose).
std::optional<Instant> processing_start(const ProcessingHours& hours, Instant now, int utc_offset_minutes);

/// Month (AAAAMM) of an instant in the município's zone.
std::string local_month(Instant at, int utc_offset_minutes);

}  // namespace aroeira::fichas
