// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/domain/ledi/code_table.hpp"

/// Tests of one text value, for `.must()`: check digits and written forms.
/// Source: LEDI 8.7.0, global rules and identifier algorithms.
namespace aroeira::fichas::ledi {

bool is_digits(std::string_view s);
bool is_upper_code(std::string_view s);
bool is_person_name(std::string_view s);
bool is_social_name(std::string_view s);
bool is_email(std::string_view s);
bool is_prontuario(std::string_view s);
bool is_cpf_or_cnpj(std::string_view s);
bool is_cpf_text(std::string_view s);
bool is_cns_text(std::string_view s);
bool is_microarea(std::string_view s);
/// Digits, not all of them zero; an empty text says nothing.
bool is_positive(std::string_view s);
/// A date of the calendar written AAAA-MM-DD.
bool is_iso_date(std::string_view s);

inline constexpr TextTest cpf{"O CPF informado não é válido.", "Confira os 11 dígitos do CPF, sem pontos nem hífen.", is_cpf_text, true};
inline constexpr TextTest cns{"O CNS informado não é válido.", "Confira os 15 dígitos do CNS, sem espaços.", is_cns_text, true};
inline constexpr TextTest cpf_or_cnpj{"O CPF ou CNPJ informado não é válido.", "Confira o documento: CPF com 11 dígitos ou CNPJ com 14 posições, sem pontuação.", is_cpf_or_cnpj, true};
inline constexpr TextTest digits{"O campo aceita somente dígitos.", "Retire letras, espaços e pontuação.", is_digits, true};
inline constexpr TextTest upper_code{"O código deve ter só letras maiúsculas e números.", "Envie o código em maiúsculas, sem espaços, pontos ou hífen.", is_upper_code, true};
inline constexpr TextTest person_name{"O nome não segue as regras de nome de pessoa.", "Informe nome e sobrenome, só com letras e apóstrofo, sem abreviar e sem espaços repetidos.", is_person_name};
inline constexpr TextTest social_name{"O nome social tem caracteres não aceitos.", "Use só letras, espaços e apóstrofo.", is_social_name};
inline constexpr TextTest email{"O e-mail não é válido.", "Informe no formato nome@provedor.com.", is_email};
inline constexpr TextTest prontuario{"O número do prontuário aceita só letras e números.", "Retire espaços e pontuação do prontuário.", is_prontuario, true};
inline constexpr TextTest letters_and_digits{"O campo aceita só letras e números.", "Retire espaços e pontuação.", is_prontuario, true};
inline constexpr TextTest positive{"O número deve ser maior que zero.", "Informe só dígitos, por exemplo 3, ou retire o campo.", is_positive};
inline constexpr TextTest microarea{"A microárea deve ter dois dígitos.", "Informe a microárea com dois dígitos, por exemplo 01.", is_microarea, true};

inline constexpr TextTest iso_date{"A data não está no formato AAAA-MM-DD.", "Informe ano, mês e dia, por exemplo 1980-05-20.", is_iso_date, true};

}  // namespace aroeira::fichas::ledi
