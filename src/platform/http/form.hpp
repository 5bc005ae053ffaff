// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "platform/http/http.hpp"

namespace aroeira::http {

/// The parts of a body of this content type. Parts of multipart/form-data view `body`; the fields
/// of application/x-www-form-urlencoded are decoded into `Part::decoded`.
/// Errors: `invalid_input` HTTP-0004 (other content type, no boundary, cut off, more than 64 parts,
///         a part without a name, a part header above 8 KiB, an encoding that changes bytes).
/// Source: RFC 7578, RFC 2046 5.1; WHATWG URL (urlencoded). Cost: one pass, no copy of a part.
Result<std::vector<Part>> parse_form(std::string_view content_type, std::string_view body);

}  // namespace aroeira::http
