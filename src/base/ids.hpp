// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <atomic>

#include "base/clock.hpp"
#include "base/identifiers.hpp"

namespace aroeira {

/// Where new identifiers come from. Injected, so that a simulator can repeat a history.
class IdSource {
public:
    virtual ~IdSource() = default;
    /// A UUIDv7: ordered by creation, so that indexes grow at one end. Source: RFC 9562, 5.7.
    [[nodiscard]] virtual Uuid next() = 0;
    template <class Entity>
    [[nodiscard]] Id<Entity> make() { return Id<Entity>{next()}; }
};

/// UUIDv7 from a clock and the system's random source; safe to call from any thread.
///
/// Each is greater than the one this source gave before: also within one millisecond, and also when
/// the clock is set back. Source: RFC 9562, 6.2 (method 1, counter in rand_a).
class SystemIdSource final : public IdSource {
public:
    SystemIdSource() = default;
    /// `clock` must outlive the source.
    explicit SystemIdSource(const Clock& clock) : clock_(clock) {}
    [[nodiscard]] Uuid next() override;

private:
    static const Clock& system();
    std::uint64_t advance(std::uint64_t ms, std::uint64_t start);

    const Clock& clock_ = system();
    std::atomic<std::uint64_t> last_{0};  ///< Milliseconds and counter of the last one given.
};

}  // namespace aroeira
