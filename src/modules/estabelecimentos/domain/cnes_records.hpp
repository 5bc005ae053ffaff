// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

#include "modules/estabelecimentos/domain/cnes_file.hpp"
#include "modules/estabelecimentos/domain/impressao.hpp"
#include "platform/xml/xml.hpp"

/// The records of the file from the attributes of its elements: which attribute goes where, and nothing else.
/// Source: XML-ESUS-APS 2.1 to 3.1; the order of the attributes is not fixed.
namespace aroeira::estabelecimentos {

Unidade unidade_of(const xml::Attributes& attributes, TextPool& texts);
void add_address(Unidade& unidade, const xml::Attributes& attributes, TextPool& texts);
Equipe equipe_of(std::string_view cnes, const xml::Attributes& attributes, TextPool& texts);
Profissional profissional_of(const xml::Attributes& attributes, TextPool& texts);
/// `ine` is "" for blank: a lotação without a team.
Lotacao lotacao_of(const xml::Attributes& attributes, TextPool& texts);

/// Over everything that is kept of the record.
std::uint64_t impressao_of(const Unidade& unidade);
std::uint64_t impressao_of(const Equipe& equipe);
std::uint64_t impressao_of(const Profissional& profissional);

}  // namespace aroeira::estabelecimentos
