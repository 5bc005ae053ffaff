// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

/// Places, as questions.
namespace aroeira::tabelas {

struct Municipio {
    std::string_view nome;
    std::string_view uf;
    std::string_view fuso;  ///< IANA, e.g. "America/Belem".
};
std::optional<Municipio> municipio(std::string_view ibge7);
/// What to add to UTC for the wall clock of a zone of Brazil: −02 to −05; −03 when unknown.
std::chrono::minutes utc_offset(std::string_view fuso);

/// The country number of the LEDI, not the CADSUS one.
bool is_pais(std::int64_t code);

/// A state by its letters: "SE".
bool is_uf(std::string_view sigla);
/// The two-digit number of the DNE (Correios), which is not the IBGE one: "27" is Sergipe.
bool is_uf_dne(std::string_view dne);
/// The three-digit number of the DNE, with its leading zeros: "081" is RUA.
bool is_tipo_logradouro(std::string_view dne);

}  // namespace aroeira::tabelas
