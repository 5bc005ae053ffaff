// SPDX-License-Identifier: Apache-2.0
#include "modules/tabelas/api/clinica.hpp"

#include "modules/tabelas/domain/applies.hpp"

namespace aroeira::tabelas {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

bool is_ciap2_procedure(std::string_view code) {
    return code.size() == 3 && code[0] >= 'A' && code[0] <= 'Z' && code[1] >= '3' && code[1] <= '6' && is_digit(code[2]);
}
bool has_ciap2(std::string_view code) { return packed::ciap2.has(code) || is_ciap2_procedure(code); }
bool has_ciap2_cid10(std::string_view ciap2) { return packed::ciap2_cid10.has(ciap2); }
std::string_view ciap2_title(std::string_view code) { return packed::ciap2.label_of(code); }
bool has_cid10(std::string_view code) { return packed::cid10.has(code); }
Applies cid10_applies(std::string_view code) { return applies(packed::cid10, code); }
std::string_view cid10_title(std::string_view code) { return packed::cid10.label_of(code); }
bool has_catmat(std::string_view code) { return packed::catmat.has(code); }

std::optional<AbCondition> ab_condition(std::string_view code) {
    const auto row = packed::ab_condicao.find(code);
    if (!row) return std::nullopt;
    return AbCondition{Packed::part(packed::ab_condicao.label(*row), 0)};
}

}  // namespace aroeira::tabelas
