// SPDX-License-Identifier: Apache-2.0
#pragma once
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

/// UUIDv7 from the system clock and the system's random source; safe to call from any thread.
class SystemIdSource final : public IdSource {
public:
    [[nodiscard]] Uuid next() override;
};

}  // namespace aroeira
