// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "modules/identity/operations/forgot_password.hpp"
#include "platform/http/http.hpp"

namespace aroeira::identity {

/// «Esqueci minha senha». Both must outlive the routes.
std::vector<http::Route> recovery_routes(const Services& services, const RecoveryServices& recovery);

}  // namespace aroeira::identity
