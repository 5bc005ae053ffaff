// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "modules/tabelas/api/table.hpp"

/// Places and peoples: municípios, states, countries, ethnicities, kinds of street.
namespace aroeira::tabelas {

/// A município. The views live as long as the program.
/// Source: IBGE (names), Lei 11.662/2008 and Lei 12.876/2013 (hours), IANA tz database (names of zones).
struct Municipio {
    std::string_view nome;
    std::string_view uf;                ///< Sigla.
    std::string_view fuso;              ///< IANA, "America/Manaus".
    std::int32_t utc_offset_minutes{};  ///< Add to UTC; -180 for Brasília. No summer time since 2019.
};

/// Unit: `ibge` is the 7 digits of the IBGE. Nothing when the table does not have it.
std::optional<Municipio> municipio(std::string_view ibge);
bool is_municipio(std::string_view ibge);
/// The 7 digits of a município known by 6, as the CNES and the CADSUS write it; empty when unknown.
std::string_view ibge_of_six(std::string_view six, char (&room)[7]);

/// A state by each of its three codes.
struct Uf {
    std::string_view sigla, nome;
    std::string_view ibge;  ///< "28" is Sergipe.
    std::string_view dne;   ///< "27" is Sergipe: the number LEDI addresses use.
};
std::optional<Uf> uf_by_sigla(std::string_view sigla);
std::optional<Uf> uf_by_dne(std::string_view dne);
bool is_uf_dne(std::string_view dne);

bool is_tipo_logradouro(std::string_view dne);
bool is_pais(std::int64_t code);
inline constexpr std::int64_t kBrasil = 31;  ///< Of the LEDI country table.
bool is_etnia(std::int64_t code);
/// The CADSUS code, 4 digits, of a LEDI ethnicity; empty when unknown.
std::string_view cadsus_etnia(std::int64_t code);

}  // namespace aroeira::tabelas
