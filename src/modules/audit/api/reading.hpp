// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "modules/audit/api/event_type.hpp"

namespace aroeira::audit {

/// An event as it is read. Views: as long as the visit lasts.
struct EventView {
    std::string_view id;
    std::int64_t instant_ms = 0;
    std::string_view event;  ///< Spelling of the internal event.
    std::string_view actor;
    std::string_view address;
    std::string_view entity;
    std::string_view entity_id;
    std::string_view details;
};

/// Which events of one chain. What is empty does not narrow.
struct EventFilter {
    std::string municipio{};      ///< '' of the installation.
    std::int64_t from_ms = 0;
    std::int64_t until_ms = 0;    ///< Not included.
    std::vector<EventType> types{};
    std::vector<std::string> entities{};
    std::string actor{};
    std::string address{};
    std::string entity_id{};
    std::string details{};        ///< Part of what people read of it, whatever its accents and case.
};

/// Where a reading goes on; "" at the newest event.
using Cursor = std::string;

/// Reads the trail, the newest first.
class TrailReader {
public:
    virtual ~TrailReader() = default;
    /// False ends the reading before the next event.
    using Visit = std::function<bool(const EventView&)>;
    /// Visits what the filter lets through, from `after` on, looking at a bounded number of events. Gives where to
    /// go on, or "" when nothing is left.
    /// Errors: `unavailable` DB-0004; `invalid_input` AUDIT-0003 for a cursor that is none.
    virtual Result<Cursor> read(const EventFilter& filter, const Cursor& after, const Visit& visit) = 0;
};

/// What people read of an event besides its type: what was done and the details that were kept of it, pt-BR.
std::string description_of(const EventView& event);
/// What an entity is called, "Unidade de saúde"; the name itself when nobody gave it one.
std::string_view entity_title(std::string_view entity);

/// Which part of the system an entity is of: «Tipo de registro afetado». Source: manual PEC 3.9, passo 3 and figura 3.9.3.
struct RecordType {
    std::string_view code;   ///< The spelling in the API.
    std::string_view title;
};
std::vector<RecordType> record_types();
/// The entities of a type of record; empty for a code that is none.
std::vector<std::string> entities_of(std::string_view record_type);
/// "" of an entity that is of none.
std::string_view record_type_title(std::string_view entity);

}  // namespace aroeira::audit
