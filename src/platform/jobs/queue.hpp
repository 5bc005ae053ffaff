// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "platform/jobs/jobs.hpp"

/// The queue as the runner sees it. Seen by platform/jobs only.
namespace aroeira::jobs::queue {

/// A job this worker holds until its lease ends.
struct Held {
    TrabalhoId id;
    std::string kind;
    std::string argument;
    std::string cursor;
    int attempts = 0;  ///< This one included.
};

constexpr std::chrono::seconds kLease{30};
constexpr int kAttempts = 8;

/// Takes the oldest job that is due, or one whose holder's lease ran out.
Result<std::optional<Held>> take(db::Database& database, const Clock& clock, std::string_view holder,
                                 const std::vector<std::string>& kinds);
/// Prolongs the lease and tells what was asked of the job meanwhile. False when the lease is no longer ours.
struct Beat {
    bool ours = false;
    bool cancel_asked = false;
};
Result<Beat> beat(db::Database& database, const Clock& clock, const TrabalhoId& id, std::string_view holder);
Result<void> show(db::Session& session, const TrabalhoId& id, std::string_view holder, std::string_view stage, std::int64_t done,
                  std::int64_t total);
/// Errors: `conflict` JOBS-0004 when the lease is no longer ours: the caller's transaction must not commit.
Result<void> keep_cursor(db::Session& session, const TrabalhoId& id, std::string_view holder, std::string_view cursor,
                         std::int64_t done, std::int64_t total);
Result<void> finish(db::Database& database, const Clock& clock, const TrabalhoId& id, std::string_view holder, State state,
                    std::string_view message, std::string_view result);
/// Back to the queue, due after `wait`.
Result<void> give_back(db::Database& database, const Clock& clock, const TrabalhoId& id, std::string_view holder,
                       std::chrono::milliseconds wait, std::string_view message);

/// Back to the queue as if it were new, due at `at`, or at once when somebody woke it meanwhile.
Result<void> run_again(db::Database& database, const TrabalhoId& id, std::string_view holder, Instant at, std::string_view message,
                       std::string_view result);
/// Runs a job; a library's exception ends the job, not the program.
Result<std::string> run_guarded(const Handler& handler, Context& context);
/// What was asked of a job while it ran.
struct Asked {
    bool cancel = false;
    bool stop = false;
    std::optional<Instant> again{};  ///< Context::again_at.
};
/// Ends the job, or gives it back: at once when it was stopped, after `wait` when a neighbour did not
/// answer, at its next hour when it never ends.
void conclude(db::Database& database, const Clock& clock, const Held& held, std::string_view holder, const Result<std::string>& outcome,
              Asked asked, std::chrono::milliseconds wait);

/// At the start of the only node of a SQLite file nobody else holds a lease: what a crash left is due at once.
Result<void> release_all(db::Database& database);

}  // namespace aroeira::jobs::queue
