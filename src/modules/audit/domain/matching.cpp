// SPDX-License-Identifier: Apache-2.0
#include "modules/audit/domain/matching.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace aroeira::audit {

Matcher::Matcher(const EventFilter& filter) : filter_(filter), entities_(filter.entities.begin(), filter.entities.end()), folded_details_(text::fold(filter.details)) {
    for (int i = 0; i <= static_cast<int>(kLastEvent); ++i) {
        const auto event = static_cast<Event>(i);
        if (std::find(filter.types.begin(), filter.types.end(), type_of(event)) != filter.types.end()) kinds_.emplace(name_of(event));
    }
}

bool Matcher::admits(const EventView& event) const {
    if (event.instant_ms < filter_.from_ms || event.instant_ms >= filter_.until_ms) return false;
    const auto is = [](const std::string& asked, std::string_view value) { return asked.empty() || asked == value; };
    if (!is(filter_.actor, event.actor) || !is(filter_.address, event.address) || !is(filter_.entity_id, event.entity_id)) return false;
    if (!filter_.types.empty() && !kinds_.contains(event.event)) return false;
    if (!entities_.empty() && !entities_.contains(event.entity)) return false;
    return folded_details_.empty() || text::fold(description_of(event)).find(folded_details_) != std::string::npos;
}

}  // namespace aroeira::audit
