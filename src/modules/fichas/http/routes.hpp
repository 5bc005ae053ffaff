// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/module.hpp"

/// The route tables of the module, one per caller: people in a browser, and other systems.
namespace aroeira::fichas {

std::vector<http::Route> screen_routes(const HttpNeeds& needs);
std::vector<http::Route> report_routes(const HttpNeeds& needs);
std::vector<http::Route> system_routes(const HttpNeeds& needs);

/// The município of a query parameter or form field, if any. Errors: `invalid_input` IDENT-0006.
Result<std::optional<Ibge>> asked_municipio(std::optional<std::string_view> text);

/// A whole number from 1 of a query parameter; `otherwise` when absent.
/// Errors: `invalid_input` RECEB-0030, naming the parameter.
Result<std::int64_t> positive(const http::Request& request, std::string_view name, std::int64_t otherwise);

}  // namespace aroeira::fichas
