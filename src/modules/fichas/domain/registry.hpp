// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/api/ficha.hpp"

/// The record types, each defined in its own translation unit under records/.
namespace aroeira::fichas {

extern const TipoDeFicha cadastro_individual;
extern const TipoDeFicha cadastro_domiciliar;
extern const TipoDeFicha atendimento_individual;
extern const TipoDeFicha atendimento_odontologico;
extern const TipoDeFicha atividade_coletiva;
extern const TipoDeFicha procedimentos;
extern const TipoDeFicha visita_domiciliar;
extern const TipoDeFicha atendimento_domiciliar;
extern const TipoDeFicha avaliacao_elegibilidade;
extern const TipoDeFicha consumo_alimentar;
extern const TipoDeFicha zika_microcefalia;
extern const TipoDeFicha vacinacao;
extern const TipoDeFicha cuidado_compartilhado;

}  // namespace aroeira::fichas
