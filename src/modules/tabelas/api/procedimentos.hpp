// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "modules/tabelas/api/table.hpp"

/// SIGTAP procedures, and the lists in which the LEDI names some of them or codes of its own ("AB…").
namespace aroeira::tabelas {

/// A procedure of the SIGTAP of `kSigtapCompetencia`.
struct Procedimento {
    std::string_view nome;
    SexRestriction sexo{};
    /// Age in months; -1 when the SIGTAP does not limit it.
    std::int32_t min_age_months = -1, max_age_months = -1;
    bool of_esus_aps{};  ///< Instrument of record 10: production of the primary care.
};
inline constexpr std::string_view kSigtapCompetencia = "202510";

std::optional<Procedimento> procedimento(std::string_view code);
/// In the SIGTAP, or named by a LEDI list although the SIGTAP of `kSigtapCompetencia` left it out.
bool is_sigtap(std::string_view code);
/// The first two and the first four digits; empty for what is not 10 digits.
std::string_view sigtap_grupo(std::string_view code);
std::string_view sigtap_subgrupo(std::string_view code);

/// The lists of the LEDI that mix SIGTAP and AB codes.
enum class AbList : std::uint8_t {
    exam = 1,             ///< «Lista de exames»: exams asked for, AI and AOI.
    structured_exam = 2,  ///< «Exames com resultado estruturado».
    odonto = 4,           ///< Procedures of the atendimento odontológico.
    procedure = 8,        ///< Procedures of the ficha de procedimentos.
    condition = 16,       ///< Conditions in the CIAP field of an AI, ABP.
};

/// The SIGTAP procedure an AB code stands for; empty when it has none or is unknown.
std::string_view sigtap_of_ab(std::string_view ab);
/// Whether the list takes the AB code under this version: exams and results only without a SIGTAP
/// equivalent; procedures with an equivalent until 8.3; conditions 22 until 7.3.3, five since.
bool ab_accepted(AbList list, std::string_view ab, LediVersion version);
/// Whether the list names this SIGTAP code.
bool sigtap_listed(AbList list, std::string_view code);

/// SIGTAP group 02, or an AB code of the list of exams without equivalent.
bool is_requestable_exam(std::string_view code);
/// One of the exams whose result is structured, by SIGTAP or by an AB code without equivalent.
bool has_structured_result(std::string_view code);
/// How many of the result kinds 1..4 (valor, dias, semanas, data) a structured exam takes, as bits
/// 1, 2, 4, 8; 0 for any other code.
std::uint8_t structured_result_kinds(std::string_view code);

/// Groups 01 to 04, subgroup 08.04, the prostheses 07.01.07 the LEDI lists, or an AB code the version
/// still takes. The caller forbids the one code its record forbids.
bool is_odonto_procedure(std::string_view code, LediVersion version);
bool is_recordable_procedure(std::string_view code, LediVersion version);
/// Groups 01 to 04 and subgroup 08.04 only: atendimento domiciliar.
bool is_home_care_procedure(std::string_view code);
/// Of the collective activity, with prática 30.
bool is_collective_procedure(std::string_view code);
/// How many of it one odonto attendance may count: 2 per arch, 32 per tooth, 6 per sextant, else 1.
std::int32_t odonto_max_quantity(std::string_view code);

}  // namespace aroeira::tabelas
