// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string_view>

#include "base/identifiers.hpp"
#include "platform/http/http.hpp"

/// What routes of this module read from an address.
namespace aroeira::estabelecimentos {

/// Errors: `invalid_input` CNES-0016 when no list has such a page.
Result<void> check_page(std::int64_t page);
/// From 1. Errors: as `check_page`.
Result<std::int64_t> page_of(const http::Request& request);
/// Whether it is there with the value "true".
bool is_set(const http::Request& request, std::string_view name);

inline const http::Parameter kPageParameter{"pagina", "Página, a partir de 1; cada uma tem 30 linhas."};

}  // namespace aroeira::estabelecimentos
