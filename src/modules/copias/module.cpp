// SPDX-License-Identifier: Apache-2.0
#include "modules/copias/module.hpp"

namespace aroeira::copias {

std::map<std::string, jobs::Handler> jobs(const Services& services) {
    return {{std::string(kRoutineJob), [&services](jobs::Context& job) { return run_routine(job, services); }}};
}

}  // namespace aroeira::copias
