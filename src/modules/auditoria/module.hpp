// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <vector>

#include "modules/auditoria/operations/request_trilha.hpp"  // IWYU pragma: export
#include "modules/auditoria/operations/services.hpp"        // IWYU pragma: export
#include "modules/auditoria/store/sql_trilha_store.hpp"     // IWYU pragma: export
#include "platform/http/http.hpp"

/// What app/ sees of the module: the store to wire, the routes and the job.
namespace aroeira::auditoria {

/// `gate` and `services` must outlive the routes.
std::vector<http::Route> routes(identity::Gate& gate, const Services& services);
/// `services` must outlive the jobs.
std::map<std::string, jobs::Handler> jobs(const Services& services);

}  // namespace aroeira::auditoria
