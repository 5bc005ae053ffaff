// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace aroeira::transmission {

/// The address of a server as it is kept: http(s)://host[:port][/path], the scheme and the host in
/// lower case, without "/" at the end. No user, no query, no blank: what is kept is shown and logged.
/// Errors: `invalid_input` TRANS-0012, on the field `endereco`. Source: manual, 3.7.3.1.
Result<std::string> endereco_of(std::string_view text);

/// Where a path of its API is: "/api/v1/…" after the address.
std::string api_url(std::string_view endereco, std::string_view path);

/// Scheme, host and port: to whom a password was given.
std::string_view origin_of(std::string_view endereco);

}  // namespace aroeira::transmission
