// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "base/clock.hpp"
#include "platform/client/client.hpp"
#include "platform/db/session.hpp"
#include "platform/jobs/jobs.hpp"

/// What depends on the internet, while the installation is not to use it.
namespace aroeira::app {

/// A job that waits while the connection is disabled, and stops at its next check when it is disabled meanwhile. It is
/// not a failure: it is due again in a day, and who enables the connection wakes it. Both must outlive the handler.
jobs::Handler needing_internet(db::Database& database, const Clock& clock, jobs::Handler handler);

/// A way to other servers that is closed while the connection is disabled: `unavailable` CLIENT-0005. All must outlive it.
class GuardedTransport final : public client::Transport {
public:
    GuardedTransport(client::Transport& behind, db::Database& database) : behind_(behind), database_(database) {}
    Result<client::Answer> send(const client::Call& call) override;

private:
    client::Transport& behind_;
    db::Database& database_;
};

}  // namespace aroeira::app
