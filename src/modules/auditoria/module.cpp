// SPDX-License-Identifier: Apache-2.0
#include "modules/auditoria/module.hpp"

#include "modules/auditoria/operations/generate_trilha.hpp"

namespace aroeira::auditoria {

std::map<std::string, jobs::Handler> jobs(const Services& services) {
    return {{std::string(kGenerateJob), [&services](jobs::Context& job) { return generate_trilha(job, services); }}};
}

}  // namespace aroeira::auditoria
