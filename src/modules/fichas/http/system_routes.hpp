// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/http/routes.hpp"

namespace aroeira::fichas {

/// One ficha of the LEDI API. Its refusals are text, as the senders expect.
/// Source: manual LEDI, API de recebimento.
Result<http::Response> post_ficha(const HttpNeeds& needs, const http::Request& request);

/// Many fichas, a verdict per item, each written after its block was committed.
Result<http::Response> post_fichas(const HttpNeeds& needs, const http::Request& request);

}  // namespace aroeira::fichas
