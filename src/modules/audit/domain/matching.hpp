// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <set>
#include <string>
#include <string_view>

#include "modules/audit/api/reading.hpp"

namespace aroeira::audit {

/// A filter made ready to be asked of many events.
class Matcher {
public:
    explicit Matcher(const EventFilter& filter);
    [[nodiscard]] bool admits(const EventView& event) const;
    [[nodiscard]] const EventFilter& filter() const { return filter_; }
    /// Spellings of the internal events of the types asked for; empty: any.
    [[nodiscard]] const std::set<std::string, std::less<>>& kinds() const { return kinds_; }
    [[nodiscard]] const std::set<std::string, std::less<>>& entities() const { return entities_; }

private:
    EventFilter filter_;
    std::set<std::string, std::less<>> kinds_{};
    std::set<std::string, std::less<>> entities_{};
    std::string folded_details_{};
};

}  // namespace aroeira::audit
