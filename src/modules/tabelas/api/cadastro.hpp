// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <functional>
#include <string_view>

/// What the registry of people and places offers to choose from.
namespace aroeira::tabelas {

struct Ocupacao {
    std::string_view cbo;
    std::string_view titulo;
};
/// How many occupations there are, and one of them; in the order of their codes.
std::size_t cbo_count();
Ocupacao cbo_at(std::size_t row);
/// The CBO may sign a ficha of some type.
bool cbo_signs_fichas(std::string_view cbo);

/// The code of the standard perfil an occupation begins with in a team of this type ("" without a team);
/// "" when there is none. The most particular row wins: one that asks for the team before one that does
/// not, then the longest prefix.
/// Source: db/reference/perfil_cbo.csv, our own proposal.
std::string_view perfil_of_cbo(std::string_view cbo, std::string_view tipo_equipe);
/// Its family has a perfil of its own, as reception and coordination have, that sign no fichas.
bool cbo_has_own_perfil(std::string_view cbo);

/// The class councils, in the order of their codes.
struct Conselho {
    std::string_view codigo;
    std::string_view nome;
};
std::size_t conselho_count();
Conselho conselho_at(std::size_t row);
std::string_view conselho_name(std::string_view codigo);  ///< "" when unknown.

struct Uf {
    std::string_view sigla;
    std::string_view nome;
};
/// The states, in the order of their letters.
std::size_t uf_count();
Uf uf_at(std::size_t row);
/// The municípios of a state, in the order of their IBGE codes.
void each_municipio(std::string_view uf, const std::function<void(std::string_view ibge, std::string_view nome)>& visit);

}  // namespace aroeira::tabelas
