// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/records/consumo_alimentar.hpp"

#include "modules/fichas/domain/define.hpp"
#include "modules/fichas/domain/registry.hpp"

namespace aroeira::fichas {
const TipoDeFicha consumo_alimentar =
    define<ledi::Consumo>(12, "MCA", "Marcadores de Consumo Alimentar", "fichaConsumoAlimentarTransport",
                          "http://esus.ufsc.br/fichaconsumoalimentar");
}
