// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/records/cuidado_compartilhado.hpp"

#include "modules/fichas/domain/define.hpp"
#include "modules/fichas/domain/registry.hpp"

namespace aroeira::fichas {
const TipoDeFicha cuidado_compartilhado =
    define<ledi::Cuidado>(16, "CC", "Cuidado Compartilhado", "cuidadoCompartilhadoTransport",
                          "http://esus.ufsc.br/cuidadocompartilhado");
}
