// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "base/clock.hpp"
#include "base/ids.hpp"
#include "modules/audit/api/trail.hpp"
#include "platform/db/session.hpp"

namespace aroeira::audit {

/// The trail in table `evento`. Made over the session of the act it records, so that both are
/// committed or neither is.
class SqlTrail final : public Trail {
public:
    SqlTrail(db::Session& session, IdSource& ids, const Clock& clock) : session_(session), ids_(ids), clock_(clock) {}
    Result<void> record(const Entry& entry) override;

private:
    db::Session& session_;
    IdSource& ids_;
    const Clock& clock_;
};

}  // namespace aroeira::audit
