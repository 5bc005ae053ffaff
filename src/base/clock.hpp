// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <cstdint>

namespace aroeira {

/// An instant in UTC, in milliseconds: what the LEDI, the database (`_ms`) and the audit speak.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

inline std::int64_t to_ms(Instant t) { return t.time_since_epoch().count(); }
inline Instant from_ms(std::int64_t ms) { return Instant(std::chrono::milliseconds(ms)); }

/// Where the time comes from. Injected, so that a test or a simulator owns it.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override {
        return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    }
};

/// A clock a test sets by hand.
class FixedClock final : public Clock {
public:
    explicit FixedClock(Instant at) : at_(at) {}
    [[nodiscard]] Instant now() const override { return at_; }
    void set(Instant at) { at_ = at; }

private:
    Instant at_;
};

}  // namespace aroeira
