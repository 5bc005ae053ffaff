// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/records/atendimento_domiciliar.hpp"

#include "modules/fichas/domain/define.hpp"
#include "modules/fichas/domain/registry.hpp"

namespace aroeira::fichas {
const TipoDeFicha atendimento_domiciliar =
    define<ledi::FichaDomiciliar>(10, "AD", "Atendimento Domiciliar", "fichaAtendimentoDomiciliarMasterTransport",
                                  "http://esus.ufsc.br/fichaatendimentodomiciliarmaster");
}
