// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/records/cadastro_individual.hpp"

#include "modules/fichas/domain/define.hpp"
#include "modules/fichas/domain/registry.hpp"

namespace aroeira::fichas {
const TipoDeFicha cadastro_individual =
    define<ledi::CadastroIndividual>(2, "CI", "Cadastro Individual", "cadastroIndividualTransport",
                                     "http://esus.ufsc.br/cadastroindividual");
}
