// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/records/vacinacao.hpp"

#include "modules/fichas/domain/define.hpp"
#include "modules/fichas/domain/registry.hpp"

namespace aroeira::fichas {
const TipoDeFicha vacinacao =
    define<ledi::FichaVacinacao>(14, "VAC", "Vacinação", "fichaVacinacaoMasterTransport",
                                 "http://esus.ufsc.br/fichavacinacaomaster");
}
