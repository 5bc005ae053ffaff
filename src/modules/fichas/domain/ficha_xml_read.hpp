// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/api/ficha.hpp"

namespace aroeira::fichas {

/// Reads one ficha as XML. Everything is copied into the arena: `bytes` need not outlive the result.
/// Errors: `fault`, with the line of malformed XML or the path of a value of the wrong kind.
Reading read_xml(std::string_view bytes, Arena& arena);

}  // namespace aroeira::fichas
