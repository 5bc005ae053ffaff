// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/api/ficha.hpp"

namespace aroeira::fichas {

/// Reads one ficha as this program writes it in JSON: LEDI names, the record in the place of
/// dadoSerializado. Everything is copied into the arena.
/// Errors: `fault`, with line and column of malformed JSON or the path of a value of the wrong kind.
Reading read_json(std::string_view text, Arena& arena);

}  // namespace aroeira::fichas
