// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/records/atividade_coletiva.hpp"

#include "modules/fichas/domain/define.hpp"
#include "modules/fichas/domain/registry.hpp"

namespace aroeira::fichas {
const TipoDeFicha atividade_coletiva =
    define<ledi::Coletiva>(6, "AC", "Atividade Coletiva", "fichaAtividadeColetivaTransport",
                           "http://esus.ufsc.br/fichaatividadecoletiva");
}
