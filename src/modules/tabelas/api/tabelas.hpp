// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

/// The national tables, as questions. Codes are compared as they are written: upper case, no blanks.
/// Source: db/reference, each file with its origin in docs/fontes.md.
namespace aroeira::tabelas {

struct Municipio {
    std::string_view nome;
    std::string_view uf;
    std::string_view fuso;  ///< IANA, e.g. "America/Belem".
};
std::optional<Municipio> municipio(std::string_view ibge7);
/// What to add to UTC for the wall clock of a zone of Brazil: −02 to −05; −03 when unknown.
std::chrono::minutes utc_offset(std::string_view fuso);

bool has_cbo(std::string_view cbo);
std::string_view cbo_title(std::string_view cbo);  ///< "" when unknown.
/// The CBO may sign a ficha of this type (tipoDadoSerializado).
bool cbo_may_sign(std::int64_t tipo, std::string_view cbo);
/// Until LEDI 8.3 only some CBOs could refer by CID-10.
bool cbo_may_refer_by_cid10(std::string_view cbo);

bool has_ciap2(std::string_view code);
/// Components 2 to 6 (numbers 30 to 69): procedures, which are no problem nor condition.
bool is_ciap2_procedure(std::string_view code);
bool has_ciap2_cid10(std::string_view ciap2);

/// Whom a code applies to.
enum class Applies { both, male, female };
bool has_cid10(std::string_view code);
Applies cid10_applies(std::string_view code);
bool has_sigtap(std::string_view code);
Applies sigtap_applies(std::string_view code);
std::string_view sigtap_name(std::string_view code);  ///< "" when unknown.
bool has_catmat(std::string_view code);

/// A condition by its AB code; five of them live on, the others ended with a release of the LEDI.
struct AbCondition {
    std::string_view last_version;  ///< First release without it; "" when still accepted.
};
std::optional<AbCondition> ab_condition(std::string_view code);
/// The SIGTAP code an AB exam was replaced by; "" when it has none; nothing when it is no AB exam.
std::optional<std::string_view> ab_exam_sigtap(std::string_view code);
/// An exam whose result has a structure, by SIGTAP or by an AB code that has no SIGTAP.
bool has_structured_result(std::string_view code);

}  // namespace aroeira::tabelas
