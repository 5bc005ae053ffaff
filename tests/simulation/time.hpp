// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <cstdio>

#include "base/ids.hpp"
#include "tests/simulation/dice.hpp"

namespace aroeira::simulation {

/// The hour in an installation, whose clock may be wrong.
class SkewedClock final : public Clock {
public:
    explicit SkewedClock(const Clock& true_time) : true_time_(true_time) {}
    [[nodiscard]] Instant now() const override { return true_time_.now() + skew; }
    std::chrono::milliseconds skew{0};

private:
    const Clock& true_time_;
};

/// UUIDv7 of a clock and of dice: the same history makes the same identifiers.
class RepeatableIds final : public IdSource {
public:
    RepeatableIds(const Clock& clock, Dice& dice) : clock_(clock), dice_(dice) {}
    [[nodiscard]] Uuid next() override {
        const auto now = static_cast<std::uint64_t>(to_ms(clock_.now())) << 12;
        last_ = std::max(last_ + 1, now);
        char text[64];
        const auto ms = static_cast<unsigned long long>(last_ >> 12);
        const auto tail = static_cast<unsigned long long>(dice_.next() & 0xFFFFFFFFFFFF);
        std::snprintf(text, sizeof text, "%08llx-%04llx-7%03x-8000-%012llx", ms >> 16, ms & 0xFFFF, static_cast<unsigned>(last_ & 0xFFF), tail);
        return Uuid::parse(text).value();
    }

private:
    const Clock& clock_;
    Dice& dice_;
    std::uint64_t last_ = 0;
};

}  // namespace aroeira::simulation
