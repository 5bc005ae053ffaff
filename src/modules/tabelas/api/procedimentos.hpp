// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <optional>
#include <string_view>

#include "modules/tabelas/api/clinica.hpp"
#include "modules/tabelas/api/release.hpp"

/// SIGTAP procedures, and the lists in which the LEDI names some of them by codes of its own ("AB…").
namespace aroeira::tabelas {

bool has_sigtap(std::string_view code);
Applies sigtap_applies(std::string_view code);
std::string_view sigtap_name(std::string_view code);  ///< "" when unknown.
/// Of a SIGTAP code, or of an AB code of an exam or of a procedure; "" when unknown.
std::string_view procedimento_title(std::string_view code);

/// Ages a procedure is for, in months. Without a limit, everybody's.
struct AgeLimits {
    int min_months = 0;
    int max_months = 1571;  ///< 130 years and 11 months, where the SIGTAP ends.
};
AgeLimits sigtap_ages(std::string_view code);

/// Group 02 of the SIGTAP: procedures to make a diagnosis.
bool is_exam(std::string_view code);
/// Calls `visit` with the code and the name of every exam, in the order of the codes, until it gives false.
void each_exam(const std::function<bool(std::string_view code, std::string_view name)>& visit);

/// The SIGTAP code an AB exam was replaced by; "" when it has none; nothing when it is no AB exam.
std::optional<std::string_view> ab_exam_sigtap(std::string_view code);
/// An exam whose result has a structure, by SIGTAP or by an AB code that has no SIGTAP.
bool has_structured_result(std::string_view code);

/// Groups 01 to 04 and subgroup 08.04 (telehealth) of the SIGTAP: what any care may produce.
bool is_care_procedure(std::string_view code);
/// Of the ficha de procedimentos: care, and what its list names, by SIGTAP or by an AB code. Since 8.4.0
/// an AB code that has a SIGTAP equivalent is no longer taken.
bool is_recordable_procedure(std::string_view code, Release release);
/// Of the atendimento odontológico: care, what its list names, and the prostheses 07.01.07 the LEDI names.
bool is_odonto_procedure(std::string_view code, Release release);
/// How many of it one atendimento odontológico may count: 2 per arch, 32 per tooth, 6 per sextant, else 1.
int odonto_max_quantity(std::string_view sigtap);

}  // namespace aroeira::tabelas
