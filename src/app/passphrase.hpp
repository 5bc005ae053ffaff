// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "base/result.hpp"

namespace aroeira::app {

/// The first line of `file`; without one, of the standard input; at a terminal it is asked for without showing it, and asked
/// again when it is a `fresh` one, which must be long enough.
/// Errors: `not_found` APP-0009; `invalid_input` APP-0010: empty, too short, or not the same twice.
Result<std::string> read_passphrase(const std::string& file, bool fresh);

}  // namespace aroeira::app
