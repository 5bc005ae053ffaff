// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/ids.hpp"
#include "platform/db/session.hpp"

/// Work that outlives a request. A job is a row of `trabalho`: it survives a crash, is leased by
/// one worker of one node at a time, reports progress, can be cancelled, and resumes from the
/// cursor its own last transaction saved.
namespace aroeira::jobs {

struct Trabalho;
using TrabalhoId = Id<Trabalho>;

enum class State { waiting, running, done, failed, cancelled };

/// What a screen shows of a job.
struct Status {
    TrabalhoId id;
    std::string kind;
    State state = State::waiting;
    std::string stage{};             ///< pt-BR, e.g. "Lendo profissionais".
    std::int64_t done = 0;
    std::int64_t total = 0;          ///< 0 when not known yet.
    std::string message{};           ///< pt-BR; the cause and next step when failed.
    std::string result{};            ///< JSON, kind-specific; "" until done.
    std::optional<std::string> municipio{};
    Instant created{};
    std::optional<Instant> finished{};
    std::string owner{};             ///< NewJob::owner: who may always see it.
};

struct NewJob {
    std::string kind;
    std::string argument;                     ///< JSON, kind-specific. Never a CPF, CNS, name or password.
    std::optional<std::string> municipio{};   ///< IBGE; who may see it.
    std::string owner{};                      ///< Opaque key of who asked (usuario id).
    std::optional<Instant> not_before{};
    std::string unique_key{};                 ///< At most one waiting/running job per (kind, key) when not "".
};

/// Puts a job in the queue inside the caller's transaction: it exists iff the caller commits.
/// Errors: `conflict` JOBS-0001 when unique_key is taken; `unavailable` DB-0004.
Result<TrabalhoId> enqueue(db::Session& session, IdSource& ids, const Clock& clock, const NewJob& job);
/// Errors: `not_found` JOBS-0002.
Result<Status> status(db::Session& session, const TrabalhoId& id);
/// Asks a running job to stop at its next check, or ends a waiting one. Errors: `not_found`;
/// `conflict` JOBS-0003 when already ended.
Result<void> cancel(db::Session& session, const Clock& clock, const TrabalhoId& id);

/// Takes away the `not_before` of every waiting job of a kind and município. Gives how many waited
/// for an hour. Errors: `unavailable` DB-0004.
Result<std::int64_t> hasten(db::Session& session, std::string_view kind, std::string_view municipio);

/// Runs the job that is alive under a key at once: one that waits loses its hour, one that runs and
/// asked to run again does so without waiting. False when none is alive. Errors: `unavailable` DB-0004.
Result<bool> wake(db::Session& session, std::string_view kind, std::string_view unique_key);

/// Gives the job that waits under a key another hour. False when none waits. Errors: `unavailable` DB-0004.
Result<bool> reschedule(db::Session& session, std::string_view kind, std::string_view unique_key, Instant at);

/// What a running job may do. All is safe from the job's own thread.
class Context {
public:
    virtual ~Context() = default;
    [[nodiscard]] virtual const TrabalhoId& id() const = 0;
    [[nodiscard]] virtual std::string_view argument() const = 0;
    /// What the last committed `save_cursor` stored; "" at the first run.
    [[nodiscard]] virtual std::string_view cursor() const = 0;
    /// Shows progress (own short transaction, at most a few times a second). Never from inside a write.
    virtual void progress(std::string_view stage, std::int64_t done, std::int64_t total) = 0;
    /// Stores the cursor and progress inside the job's own transaction, so that a crash resumes exactly there.
    virtual Result<void> save_cursor(db::Session& session, std::string_view cursor, std::int64_t done, std::int64_t total) = 0;
    /// True when somebody asked to cancel, or the program is stopping (then just return: the job resumes later).
    [[nodiscard]] virtual bool should_stop() const = 0;
    /// For work that never ends: instead of ending, the job goes back to the queue with an empty
    /// cursor, due at `at`; also when it fails, so that one bad night does not end it for good.
    virtual void again_at(Instant at) = 0;
};

/// Runs one job to its end. The value is the JSON `result`. An Error of kind `unavailable` is
/// retried with backoff; any other ends the job as failed with the error's message, unless it
/// asked to run again.
using Handler = std::function<Result<std::string>(Context&)>;

/// The workers of this node.
class Runner {
public:
    virtual ~Runner() = default;
    virtual void start() = 0;
    /// Tells the workers there is something new (they also poll once a second).
    virtual void wake() = 0;
    /// Asks handlers to stop, waits for them, gives leases back.
    virtual void stop() = 0;
};
/// `ids` and `clock` must outlive the runner; at most `workers` jobs run at once on this node.
std::unique_ptr<Runner> make_runner(db::Database& database, const Clock& clock, IdSource& ids,
                                    std::map<std::string, Handler> handlers, int workers = 2);

/// Runs jobs on the caller's thread, one when asked, with no thread and no clock of its own: for a
/// simulation, which owns time from end to end.
class Stepper {
public:
    /// All must outlive it. `wait`: how long after the n-th failure a job is due again.
    Stepper(db::Database& database, const Clock& clock, IdSource& ids, std::map<std::string, Handler> handlers,
            std::function<std::chrono::milliseconds(int attempt)> wait);
    /// Runs the oldest job that is due to its end or to its next failure. False when none is due.
    /// An exception that is no std::exception passes: the job keeps its lease, as after a crash.
    Result<bool> step();

private:
    db::Database& database_;
    const Clock& clock_;
    std::string holder_;
    std::map<std::string, Handler> handlers_;
    std::vector<std::string> kinds_;
    std::function<std::chrono::milliseconds(int attempt)> wait_;
};

}  // namespace aroeira::jobs
