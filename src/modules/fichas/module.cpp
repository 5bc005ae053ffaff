// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/module.hpp"

#include "modules/fichas/operations/process_lote.hpp"
#include "modules/fichas/operations/reprocess.hpp"

namespace aroeira::fichas {

std::map<std::string, jobs::Handler> jobs(const Services& services) {
    return {
        {std::string(kProcessJob), [&services](jobs::Context& job) { return process_lote(job, services); }},
        {std::string(kReprocessJob), [&services](jobs::Context& job) { return reprocess(job, services); }},
    };
}

}  // namespace aroeira::fichas
