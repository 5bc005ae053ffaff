// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "modules/tabelas/api/table.hpp"

/// The tables of the CNES, of the CATMAT and of referrals.
namespace aroeira::tabelas {

struct TipoEquipe {
    std::string_view sigla, nome;
    bool retired{};  ///< Left out by Portaria SAES 99/2020; still in old teams.
};
/// Unit: two digits, "70".
std::optional<TipoEquipe> tipo_equipe(std::string_view code);
/// Unit: two digits, "02"; "2" is taken as well.
bool is_tipo_estabelecimento(std::string_view code);
std::string_view tipo_estabelecimento_label(std::string_view code);
/// The name of the council or issuer; empty when unknown.
std::string_view conselho_label(std::string_view code);
bool is_conselho(std::string_view code);

/// A medicine of the CATMAT list.
struct Medicamento {
    std::string_view principio_ativo, concentracao, forma_farmaceutica, unidade_fornecimento;
};
bool is_catmat(std::string_view code);
std::optional<Medicamento> medicamento(std::string_view code);

/// Specialities of a referral: 1..62 of an individual, 63..76 of an odonto attendance.
bool is_especialidade_individual(std::int64_t code);
bool is_especialidade_odonto(std::int64_t code);
/// The tiposEncamOdonto a dental speciality needs; nothing when it is not one.
std::optional<std::int64_t> encaminhamento_odonto_of(std::int64_t especialidade);

}  // namespace aroeira::tabelas
