// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <vector>

#include "modules/copias/operations/find_copias.hpp"      // IWYU pragma: export
#include "modules/copias/operations/make_copia.hpp"       // IWYU pragma: export
#include "modules/copias/operations/schedule_copias.hpp"  // IWYU pragma: export
#include "modules/copias/store/sql_copia_store.hpp"       // IWYU pragma: export
#include "platform/http/http.hpp"
#include "platform/jobs/jobs.hpp"

/// What app/ sees of the module. `gate` and `services` must outlive what is made of them.
namespace aroeira::copias {

std::vector<http::Route> routes(identity::Gate& gate, const Services& services);
std::map<std::string, jobs::Handler> jobs(const Services& services);

}  // namespace aroeira::copias
