// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/records/cadastro_domiciliar.hpp"

#include "modules/fichas/domain/define.hpp"
#include "modules/fichas/domain/registry.hpp"

namespace aroeira::fichas {
const TipoDeFicha cadastro_domiciliar =
    define<ledi::CadastroDomiciliar>(3, "CDT", "Cadastro Domiciliar e Territorial", "cadastroDomiciliarTransport",
                                     "http://esus.ufsc.br/cadastrodomiciliar");
}
