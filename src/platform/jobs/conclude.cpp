// SPDX-License-Identifier: Apache-2.0
// How a run of a job ends, whoever ran it.
#include <exception>

#include "platform/jobs/queue.hpp"

namespace aroeira::jobs::queue {

Result<std::string> run_guarded(const Handler& handler, Context& context) {
    try {
        return handler(context);
    } catch (const std::exception& problem) {
        return Error{ErrorKind::internal, "JOBS-0005", "O trabalho parou por um erro do programa. Avise o suporte.", {}, problem.what()};
    }
}

void conclude(db::Database& database, const Clock& clock, const Held& held, std::string_view holder, const Result<std::string>& outcome,
              Asked asked, std::chrono::milliseconds wait) {
    using std::chrono::milliseconds;
    if (asked.cancel) {
        (void)finish(database, clock, held.id, holder, State::cancelled, "Cancelado a pedido.", "");
    } else if (asked.stop) {
        (void)give_back(database, clock, held.id, holder, milliseconds(0), "");
    } else if (outcome && asked.again) {
        (void)run_again(database, held.id, holder, *asked.again, "", *outcome);
    } else if (outcome) {
        (void)finish(database, clock, held.id, holder, State::done, "", *outcome);
    } else if (outcome.error().kind == ErrorKind::unavailable && held.attempts < kAttempts) {
        (void)give_back(database, clock, held.id, holder, wait, outcome.error().message);
    } else if (asked.again) {
        (void)run_again(database, held.id, holder, *asked.again, outcome.error().message, "");
    } else {
        (void)finish(database, clock, held.id, holder, State::failed, outcome.error().message, "");
    }
}

}  // namespace aroeira::jobs::queue
