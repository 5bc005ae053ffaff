// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/audit/api/reading.hpp"
#include "platform/db/session.hpp"

namespace aroeira::audit {

/// Reads the trail from its newest position down: what waits, what is in no block yet, and the blocks, of which most
/// are skipped by what they say of themselves, whether in the table or in the archive. A cursor is a position.
/// Cost: about 2 ms per block that may have what is looked for, 1 µs per one that has not.
class SqlTrailReader final : public TrailReader {
public:
    explicit SqlTrailReader(db::Session& session) : session_(session) {}
    Result<Cursor> read(const EventFilter& filter, const Cursor& after, const Visit& visit) override;

private:
    db::Session& session_;
};

}  // namespace aroeira::audit
