// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "modules/estabelecimentos/module.hpp"

/// The routes of each screen; `routes` of the module gives them all.
namespace aroeira::estabelecimentos {

std::vector<http::Route> import_routes(const HttpNeeds& needs);
std::vector<http::Route> cbo_routes(const HttpNeeds& needs);
std::vector<http::Route> unidade_routes(const HttpNeeds& needs);
std::vector<http::Route> profissional_routes(const HttpNeeds& needs);
std::vector<http::Route> lotacao_routes(const HttpNeeds& needs);
std::vector<http::Route> address_routes(const HttpNeeds& needs);

/// A handler with what it needs.
template <class Handler>
auto bound(const HttpNeeds& needs, Handler handler) {
    return [needs, handler](const http::Request& request) { return handler(needs, request); };
}

}  // namespace aroeira::estabelecimentos
