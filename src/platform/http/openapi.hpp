// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "platform/http/http.hpp"

namespace aroeira::http {

/// The OpenAPI 3.1 document of these routes: one operation per route with its summary, permission
/// (`x-permissao`), parameters, bodies and refusals. Bodies with a name become components; two
/// different schemas under one name are our bug and stop the program.
/// Source: OpenAPI Specification 3.1.0.
std::string openapi(std::span<const Route> routes, std::string_view title,
                    std::string_view version);

}  // namespace aroeira::http
