// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "modules/estabelecimentos/domain/cnes_file.hpp"

/// What a record of the CNES must be to be imported. Each function gives the motive of a refusal, in
/// words of who corrects it in the CNES; "" when the record is good. What needs other records (does the
/// unit exist?) is asked by the reader.
namespace aroeira::estabelecimentos {

/// `uf` is the state of the município `ibge`.
std::string refusal_of(const Unidade& unidade, std::string_view ibge, std::string_view uf);
/// `desativacao` is DT_DESATIVACAO as it is written.
std::string refusal_of(const Equipe& equipe, std::string_view desativacao);
std::string refusal_of(const Profissional& profissional);
/// Only its own fields: the CBO.
std::string refusal_of(const Lotacao& lotacao);

/// AAAA-MM-DD of a date written so or as dd/MM/aaaa; nothing when it is no date.
std::optional<std::string> iso_date(std::string_view text);

/// The siglas of complexity the CNES knows: AB, MC, AC.
bool is_complexidade(std::string_view sigla);

/// How a report names a professional: the name, and of the CPF only what tells homonyms apart.
std::string chave_of(const Profissional& profissional);
std::string chave_of(const Lotacao& lotacao, const Profissional& profissional);

}  // namespace aroeira::estabelecimentos
