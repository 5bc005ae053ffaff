// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/records/procedimentos.hpp"

#include "modules/fichas/domain/define.hpp"
#include "modules/fichas/domain/registry.hpp"

namespace aroeira::fichas {
const TipoDeFicha procedimentos =
    define<ledi::FichaProcedimentos>(7, "PROC", "Procedimentos", "fichaProcedimentoMasterTransport",
                                     "http://esus.ufsc.br/fichaprocedimentomaster");
}
