// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace aroeira::identity {

/// A node of the tree of recursos: a screen of the system, or something one may do in it.
/// Source: manual PEC 3.6.4 and its annex.
struct Recurso {
    std::string_view caminho;  ///< From the root: "Visualizar perfis > Cadastrar, editar e excluir".
    std::string_view nome;     ///< The last part.
    std::size_t nivel = 0;
    std::optional<std::size_t> pai{};  ///< Its place in `recursos()`.
    bool da_instalacao = false;        ///< It reaches past one município: no perfil of a município has it.
    bool nosso = false;                ///< Of this program; the annex does not know it.
};

/// The tree, each node after its parent, brothers as a person looks for them.
const std::vector<Recurso>& recursos();
/// The place of a path in `recursos()`.
std::optional<std::size_t> find_recurso(std::string_view caminho);

/// Paths of recursos. Views point to the tree.
using RecursoSet = std::set<std::string_view>;

/// What this version gives to a standard perfil; empty when the code is of none.
const RecursoSet& recursos_padrao(std::string_view codigo);

/// The paths the tree knows, with all that is above them: who may do a thing may reach the place where it is done.
RecursoSet with_ancestors(std::span<const std::string> caminhos);

}  // namespace aroeira::identity
