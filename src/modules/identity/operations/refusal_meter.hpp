// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <mutex>
#include <optional>
#include <utility>

#include "base/clock.hpp"

namespace aroeira::identity {

/// How many refusals of callers nobody knows may be written to the trail per minute: without it,
/// whoever sends requests without a session could fill the disk. What is left out is counted, and
/// the next row that is written says how many. Safe from any thread.
class RefusalMeter {
public:
    explicit RefusalMeter(std::int64_t per_minute = 300) : per_minute_(per_minute) {}

    /// How many were left out since the last one written, when this one may be written.
    std::optional<std::int64_t> admit(Instant now) {
        const std::lock_guard lock(mutex_);
        if (now - since_ >= std::chrono::minutes(1) || now < since_) {
            since_ = now;
            written_ = 0;
        }
        if (written_ >= per_minute_) {
            ++omitted_;
            return std::nullopt;
        }
        ++written_;
        return std::exchange(omitted_, 0);
    }

private:
    const std::int64_t per_minute_;
    std::mutex mutex_;
    Instant since_{};
    std::int64_t written_ = 0;
    std::int64_t omitted_ = 0;
};

}  // namespace aroeira::identity
