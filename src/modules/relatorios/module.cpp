// SPDX-License-Identifier: Apache-2.0
#include "modules/relatorios/module.hpp"

#include "modules/relatorios/operations/mark_reports.hpp"

namespace aroeira::relatorios {

std::map<std::string, jobs::Handler> jobs(const Services& services) {
    return {{std::string(kProcessJob), [&services](jobs::Context& job) { return process_reports(job, services); }},
            {std::string(kMarkJob), [&services](jobs::Context& job) { return mark_reports(job, services); }},
            {std::string(kRoutineJob), [&services](jobs::Context& job) { return run_routine(job, services); }}};
}

}  // namespace aroeira::relatorios
