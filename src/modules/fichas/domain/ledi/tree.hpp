// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "modules/fichas/domain/ledi/info.hpp"

namespace aroeira::fichas::ledi {

/// A record as text formats give it: named parts with a text or with parts of their own. What
/// repeats is a list.
struct Tree {
    std::string name{};
    std::string text{};
    std::vector<Tree> parts{};
    std::vector<std::string> wire{};  ///< Whole fields as Thrift bytes, header included.
};

/// Why a tree is not the record it should be.
struct TreeFault {
    std::string path{};
    std::string why{};  ///< pt-BR.
};

/// Bytes of a text of lower-case hexadecimal digits. False when it is not one.
bool from_hex(std::string_view hex, std::string& out);

/// Fills an empty record from the parts of `tree`, by their name in XML or on the wire. A part no
/// declaration names is left out.
/// Texts are copied into the arena. False with `fault` when a value is not of its field's kind.
bool fill(const StructInfo& info, Record& record, const Tree& tree, Arena& arena, TreeFault& fault, const Path& at = {});

}  // namespace aroeira::fichas::ledi
