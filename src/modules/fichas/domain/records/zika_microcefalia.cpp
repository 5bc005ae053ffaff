// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/records/zika_microcefalia.hpp"

#include "modules/fichas/domain/define.hpp"
#include "modules/fichas/domain/registry.hpp"

namespace aroeira::fichas {
const TipoDeFicha zika_microcefalia =
    define<ledi::Zika>(13, "ZIKA", "Complementar Zika/Microcefalia", "fichaComplementarZikaMicrocefaliaTransport",
                       "http://esus.ufsc.br/fichacomplementarzikamicrocefalia");
}
