// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

#include "platform/http/http.hpp"

namespace aroeira::http {

/// `problem` for the refusals of the protocol itself (400, 405, 431…), which no ErrorKind names.
Response problem_with_status(const Error& error, std::string_view request_id, int status);

}  // namespace aroeira::http
