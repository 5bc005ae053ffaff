// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/records/avaliacao_elegibilidade.hpp"

#include "modules/fichas/domain/define.hpp"
#include "modules/fichas/domain/registry.hpp"

namespace aroeira::fichas {
const TipoDeFicha avaliacao_elegibilidade =
    define<ledi::Elegibilidade>(11, "AE", "Avaliação de Elegibilidade", "fichaAvaliacaoElegibilidadeTransport",
                                "http://esus.ufsc.br/fichaavaliacaoelegibilidade");
}
