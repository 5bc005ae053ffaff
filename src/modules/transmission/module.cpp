// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/module.hpp"

#include "modules/transmission/operations/generate_lotes.hpp"
#include "modules/transmission/operations/routine.hpp"
#include "modules/transmission/operations/send_lotes.hpp"

namespace aroeira::transmission {

std::map<std::string, jobs::Handler> jobs(const Services& services) {
    return {{std::string(kGenerateJob), [&services](jobs::Context& job) { return generate_lotes(job, services); }},
            {std::string(kSendJob), [&services](jobs::Context& job) { return send_lotes(job, services); }},
            {std::string(kRoutineJob), [&services](jobs::Context& job) { return run_routine(job, services); }}};
}

}  // namespace aroeira::transmission
