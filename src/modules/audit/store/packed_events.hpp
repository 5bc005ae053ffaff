// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "modules/audit/store/chain.hpp"

namespace aroeira::audit {

/// An event that outlives the row it was read from.
struct OwnedEvent {
    std::string id{};
    std::int64_t instant_ms = 0;
    std::string event{};
    std::string actor{};
    std::string address{};
    std::string entity{};
    std::string entity_id{};
    std::string details{};
    [[nodiscard]] EventRow row(std::string_view municipio) const { return {municipio, id, instant_ms, event, actor, address, entity, entity_id, details}; }
};
/// The event in the columns `id, instante_ms, … detalhes`, the first of them at `column`.
OwnedEvent owned_event(const db::Row& row, int column);

/// Events of a block as they are archived: column by column, compressed. Beside each, four bytes of its digest, so that
/// the one that was changed can be named; what proves is the root of the block. The bytes are kept forever.
std::string pack(std::string_view municipio, const std::vector<OwnedEvent>& events);

/// An archived event and whether it is what was packed.
struct Unpacked {
    OwnedEvent event{};
    crypto::Digest digest{};
    bool whole = true;
};
/// Errors: `invalid_input` AUDIT-0004 or ZIP-0018 when nothing can be read.
Result<std::vector<Unpacked>> unpack(std::string_view municipio, std::string_view packed);

}  // namespace aroeira::audit
