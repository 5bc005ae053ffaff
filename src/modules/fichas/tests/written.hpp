// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/domain/testing/case_file.hpp"  // IWYU pragma: export
#include "modules/fichas/operations/receive_fichas.hpp"  // IWYU pragma: export
#include "modules/fichas/operations/reprocess.hpp"       // IWYU pragma: export
#include "modules/fichas/tests/world.hpp"

/// Fichas of any type, for tests of other modules: from the `.base` files, with some values of their own.
namespace aroeira::fichas::testing {

inline BuiltFicha built(const std::string& base, const std::vector<Line>& changes = {}) {
    return {AROEIRA_SOURCE "/src/modules/fichas/tests/cases", base, changes};
}
inline std::vector<std::string> all_bases() { return base_names(AROEIRA_SOURCE "/src/modules/fichas/tests/cases"); }

/// As a file of a lote, in Thrift.
inline NamedFile written(const std::string& base, const std::string& uuid, const std::vector<std::pair<std::string, std::string>>& changes) {
    std::vector<Line> lines{{.path = "envelope.uuidDadoSerializado", .value = uuid}};
    for (const auto& [path, value] : changes) lines.push_back({.path = path, .value = value});
    Buffer out;
    write_thrift(built(base, lines).ficha(), out);
    return {uuid + ".esus", std::string(out.view())};
}

}  // namespace aroeira::fichas::testing
