// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string_view>

/// What a problem and a medicine are called: CIAP-2, CID-10, AB conditions, CATMAT.
namespace aroeira::tabelas {

bool has_ciap2(std::string_view code);
/// Components 2 to 6 (numbers 30 to 69): procedures, which are no problem nor condition.
bool is_ciap2_procedure(std::string_view code);
bool has_ciap2_cid10(std::string_view ciap2);
std::string_view ciap2_title(std::string_view code);  ///< "" when unknown.

/// Whom a code applies to.
enum class Applies { both, male, female };
bool has_cid10(std::string_view code);
Applies cid10_applies(std::string_view code);
std::string_view cid10_title(std::string_view code);  ///< "" when unknown.
bool has_catmat(std::string_view code);

/// A condition by its AB code; five of them live on, the others ended with a release of the LEDI.
struct AbCondition {
    std::string_view last_version;  ///< First release without it; "" when still accepted.
};
std::optional<AbCondition> ab_condition(std::string_view code);

}  // namespace aroeira::tabelas
