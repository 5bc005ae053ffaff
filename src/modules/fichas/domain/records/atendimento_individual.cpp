// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/records/atendimento_individual.hpp"

#include "modules/fichas/domain/define.hpp"
#include "modules/fichas/domain/registry.hpp"

namespace aroeira::fichas {
const TipoDeFicha atendimento_individual =
    define<ledi::FichaAtendimento>(4, "AI", "Atendimento Individual", "fichaAtendimentoIndividualMasterTransport",
                                   "http://esus.ufsc.br/fichaatendimentoindividualmaster");
}
