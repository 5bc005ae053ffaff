// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string_view>

#include "modules/fichas/domain/ledi/code_table.hpp"
#include "modules/fichas/domain/ledi/values.hpp"

/// What rules ask of the national tables, in the words of the dictionary.
namespace aroeira::fichas::ledi::national {

/// The CBO may sign a ficha of this tipoDadoSerializado. Cuidado Compartilhado takes any CBO.
bool accepts_cbo(std::int64_t tipo, std::string_view cbo);
bool has_cbo(std::string_view cbo);
/// Before 8.4.0 only some CBOs could refer by CID-10.
bool may_refer_by_cid10(std::string_view cbo);
bool has_municipio(std::string_view ibge);
bool has_pais(std::int64_t code);
/// DNE numbers, which are not those of the IBGE: "27" is Sergipe, "008" is an avenue.
bool has_uf(std::string_view dne);
bool has_tipo_logradouro(std::string_view dne);

/// The long tables a field names with `.codes()`, as the dictionary calls them.
inline constexpr TextTable Cbo{"CBO", {}, has_cbo};
inline constexpr TextTable Municipios{"Municipios", {}, has_municipio};
inline constexpr TextTable Estados{"Estados", {}, has_uf};
inline constexpr TextTable TipoLogradouro{"TipoLogradouro", {}, has_tipo_logradouro};

bool has_ciap2(std::string_view code);
/// Of the component of procedures, which is no problem nor condition.
bool is_ciap2_procedure(std::string_view code);
/// Has a row in the relation CIAP-2 × CID-10, which is what a referral may carry.
bool can_refer_by_ciap2(std::string_view code);
bool has_cid10(std::string_view code);
/// The code applies to the sex (0 male, 1 female); true when the table does not restrict it.
bool fits_sex(std::string_view cid10, const Long& sexo);
/// The AB code of a condition; 22 of them until 7.3.3, five since.
bool has_ab_condition(std::string_view code, const Version& version);

bool has_sigtap(std::string_view code);
/// Of SIGTAP group 02, or one of the AB codes that have no SIGTAP equivalent.
bool is_requestable_exam(std::string_view code);
/// Of the exams whose result is structured, by SIGTAP or by an AB code without equivalent.
bool has_structured_result(std::string_view code);
bool has_catmat(std::string_view code);

/// Groups 01 to 04, telehealth (08.04), the prostheses of the list and the AB codes the release takes.
bool is_odonto_procedure(std::string_view code, const Version& version);
/// How many of the SIGTAP procedure one atendimento odontológico may have.
int odonto_max_quantity(std::string_view code);
/// Groups 01 to 04, telehealth (08.04), the list of the ficha and the AB codes the release takes.
bool is_recordable_procedure(std::string_view code, const Version& version);
/// Groups 01 to 04 and telehealth (08.04) of SIGTAP.
bool is_home_care_procedure(std::string_view code);

}  // namespace aroeira::fichas::ledi::national
