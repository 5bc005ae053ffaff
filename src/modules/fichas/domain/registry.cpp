// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/registry.hpp"

#include <array>

namespace aroeira::fichas {
namespace {

// Ascending by code.
const std::array<const TipoDeFicha*, 13> kTipos{
    &cadastro_individual,
    &cadastro_domiciliar,
    &atendimento_individual,
    &atendimento_odontologico,
    &atividade_coletiva,
    &procedimentos,
    &visita_domiciliar,
    &atendimento_domiciliar,
    &avaliacao_elegibilidade,
    &consumo_alimentar,
    &zika_microcefalia,
    &vacinacao,
    &cuidado_compartilhado,
};

}  // namespace

std::span<const TipoDeFicha* const> tipos_de_ficha() { return kTipos; }

const TipoDeFicha* find_tipo(std::int64_t codigo) {
    for (const TipoDeFicha* tipo : kTipos)
        if (tipo->codigo == codigo) return tipo;
    return nullptr;
}

}  // namespace aroeira::fichas
