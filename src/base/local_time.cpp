// SPDX-License-Identifier: Apache-2.0
#include "base/local_time.hpp"

namespace aroeira {

Instant next_time(int minutes, Instant now, int utc_offset_minutes) {
    const std::chrono::minutes offset(utc_offset_minutes);
    const auto midnight = std::chrono::floor<std::chrono::days>(now + offset);
    auto at = midnight + std::chrono::minutes(minutes) - offset;
    if (at <= now) at += std::chrono::days(1);
    return std::chrono::floor<std::chrono::milliseconds>(at);
}

}  // namespace aroeira
