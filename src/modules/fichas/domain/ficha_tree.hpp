// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/api/ficha.hpp"
#include "modules/fichas/domain/ledi/tree.hpp"

namespace aroeira::fichas {

/// A ficha from the trees of its envelope and of its record. They become Thrift bytes, and those
/// are read as if they had been sent: what the checks see is then the same, whatever the format.
/// Errors: `fault` with the path of a value that is not of its field's kind.
Reading assemble(const ledi::Tree& envelope, const TipoDeFicha* tipo, const ledi::Tree* record, Arena& arena);

/// An unreadable ficha of a text format.
Reading refused_tree(std::string field, std::string message);

}  // namespace aroeira::fichas
