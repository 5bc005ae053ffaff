// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/copias/operations/services.hpp"
#include "platform/jobs/jobs.hpp"

namespace aroeira::copias {

struct NewAgenda {
    std::string pasta{};
    int minuto = 0;
    int manter = 7;
    backup::Lock lock{};
};

/// Before anybody is asked for a passphrase. Errors: COPIA-0014.
Result<void> check(const NewAgenda& agenda);

/// From now on a copy is made every day at `minuto`, and the `manter` newest stay. What other copies there are in the
/// folder nobody touches. Errors: `invalid_input` COPIA-0014: a folder that is not there or cannot be written, that is not
/// the whole path, less than one copy or more than 400; `unavailable` DB-0004.
Result<void> schedule_copias(const MayCopy& granted, const NewAgenda& agenda, const Services& services);

/// No more copies by themselves. Errors: `unavailable` DB-0004.
Result<void> unschedule_copias(const MayCopy& granted, const Services& services);

/// The copy of the night, and away with what is older than what stays. Without an agenda it only waits for the next day.
/// Errors: those of make_copia.
Result<std::string> run_routine(jobs::Context& job, const Services& services);

/// As the program starts: the routine is in the queue. One that was due while the machine was off runs at once.
/// Errors: `unavailable` DB-0004.
Result<void> ensure_routine(const Services& services);

}  // namespace aroeira::copias
